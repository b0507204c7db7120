//! The bytes of the file: objects packed many to a stream, and the table that says where each
//! stands (ISO 32000-1, 7.5.7 and 7.5.8).

use std::io::Write;

use lopdf::{Dictionary, Document, Object, StringFormat};

use super::fingerprint::Fingerprint;
use super::packer::Packer;
use crate::export::ExportError;

/// So many objects stand in one stream: their places in it take one byte.
const TOGETHER: usize = 200;

/// Where an object stands.
#[derive(Clone, Copy, Default)]
enum Place {
    #[default]
    Nowhere,
    /// At this byte of the file.
    At(u32),
    /// In this stream, at this place of it.
    In(u32, u8),
}

/// A file being written.
pub(super) struct FileWriter<'p> {
    out: Vec<u8>,
    /// Where each object stands, by its number.
    places: Vec<Place>,
    packer: &'p mut Packer,
    /// Objects on their way into a stream: the numbers and where they begin, and the objects.
    index: Vec<u8>,
    objects: Vec<u8>,
    waiting: Vec<u32>,
    /// The number of the next stream of objects.
    next: u32,
}

impl<'p> FileWriter<'p> {
    /// A file that begins with all objects of a document; further ones have numbers below `next`.
    pub(super) fn new(
        document: &Document,
        next: u32,
        packer: &'p mut Packer,
    ) -> Result<Self, ExportError> {
        let mut file = Self {
            out: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
            places: vec![Place::Nowhere; next as usize],
            packer,
            index: Vec::new(),
            objects: Vec::new(),
            waiting: Vec::new(),
            next,
        };
        let mut bytes = Vec::new();
        for (id, object) in &document.objects {
            if let Object::Stream(stream) = object {
                file.stream(id.0, &stream.dict, &stream.content)?;
            } else {
                bytes.clear();
                write_object(object, &mut bytes);
                file.add(id.0, &bytes)?;
            }
        }
        Ok(file)
    }

    /// Adds an object that is no stream.
    pub(super) fn add(&mut self, id: u32, object: &[u8]) -> Result<(), ExportError> {
        // Writing into a Vec cannot fail.
        let _ = write!(self.index, "{id} {} ", self.objects.len());
        self.objects.extend_from_slice(object);
        self.objects.push(b'\n');
        self.waiting.push(id);
        if self.waiting.len() == TOGETHER { self.pack() } else { Ok(()) }
    }

    /// The waiting objects as a stream.
    fn pack(&mut self) -> Result<(), ExportError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let id = self.next;
        self.next += 1;
        let waiting = std::mem::take(&mut self.waiting);
        for (index, object) in (0..).zip(&waiting) {
            self.place(*object, Place::In(id, index));
        }
        let first = self.index.len();
        let mut content = std::mem::take(&mut self.index);
        content.append(&mut self.objects);
        let mut stream = self.packer.pack(&content)?;
        stream.dict.set("Type", name("ObjStm"));
        stream.dict.set("N", whole(waiting.len()));
        stream.dict.set("First", whole(first));
        self.stream(id, &stream.dict, &stream.content)
    }

    fn stream(&mut self, id: u32, about: &Dictionary, content: &[u8]) -> Result<(), ExportError> {
        let at = u32::try_from(self.out.len())
            .map_err(|_| ExportError::Pdf("more than 4 GB".to_owned()))?;
        self.place(id, Place::At(at));
        let _ = writeln!(self.out, "{id} 0 obj");
        write_dictionary(about, &mut self.out);
        self.out.extend_from_slice(b"stream\n");
        self.out.extend_from_slice(content);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
        Ok(())
    }

    fn place(&mut self, id: u32, place: Place) {
        let id = id as usize;
        if self.places.len() <= id {
            self.places.resize(id + 1, Place::Nowhere);
        }
        if let Some(slot) = self.places.get_mut(id) {
            *slot = place;
        }
    }

    /// Ends the file with the table of its objects; it is named by a fingerprint of its bytes.
    pub(super) fn finish(mut self, trailer: &Dictionary) -> Result<Vec<u8>, ExportError> {
        self.pack()?;
        let mut fingerprint = Fingerprint::default();
        fingerprint.add(&self.out);
        let named = Object::String(fingerprint.bytes().to_vec(), StringFormat::Hexadecimal);
        let at = self.out.len();
        let id = self.next;
        self.place(id, Place::At(u32::try_from(at).unwrap_or(u32::MAX)));
        let mut stream = self.packer.pack(&table(&self.places))?;
        let about = &mut stream.dict;
        about.set("Type", name("XRef"));
        about.set("Size", whole(self.places.len()));
        about.set("W", vec![1.into(), 4.into(), 1.into()]);
        let mut predicted = Dictionary::new();
        predicted.set("Predictor", 12);
        predicted.set("Columns", whole(ROW));
        about.set("DecodeParms", predicted);
        for key in ["Root", "Info"] {
            if let Ok(value) = trailer.get(key.as_bytes()) {
                about.set(key, value.clone());
            }
        }
        about.set("ID", vec![named.clone(), named]);
        self.stream(id, &stream.dict, &stream.content)?;
        let _ = writeln!(self.out, "startxref\n{at}\n%%EOF");
        Ok(self.out)
    }
}

/// Bytes of a row of the table: the kind, where, and which.
const ROW: usize = 6;

/// The table, each row as its difference from the one above, which packs to nearly nothing.
fn table(places: &[Place]) -> Vec<u8> {
    let mut out = Vec::with_capacity(places.len() * (ROW + 1));
    let mut above = [0_u8; ROW];
    for place in places {
        let (kind, place, index) = match *place {
            // Free; the list of free objects is not used.
            Place::Nowhere => (0, 0, 255),
            Place::At(byte) => (1, byte, 0),
            Place::In(stream, index) => (2, stream, index),
        };
        let [a, b, c, d] = place.to_be_bytes();
        let row = [kind, a, b, c, d, index];
        // PNG's "up".
        out.push(2);
        out.extend(row.iter().zip(above).map(|(now, above)| now.wrapping_sub(above)));
        above = row;
    }
    out
}

fn whole(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

fn name(value: &str) -> Object {
    Object::Name(value.as_bytes().to_vec())
}

/// An object that is no stream as bytes. Writing into a Vec cannot fail.
pub(super) fn write_object(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null | Object::Stream(_) => out.extend_from_slice(b"null"),
        Object::Boolean(value) => {
            let _ = write!(out, "{value}");
        }
        Object::Integer(value) => {
            let _ = write!(out, "{value}");
        }
        Object::Real(value) => {
            let _ = write!(out, "{value}");
        }
        Object::Name(name) => write_name(name, out),
        Object::String(bytes, StringFormat::Hexadecimal) => {
            out.push(b'<');
            for byte in bytes {
                let _ = write!(out, "{byte:02X}");
            }
            out.push(b'>');
        }
        Object::String(bytes, StringFormat::Literal) => {
            out.push(b'(');
            for &byte in bytes {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
                    b'\r' => out.extend_from_slice(b"\\r"),
                    byte => out.push(byte),
                }
            }
            out.push(b')');
        }
        Object::Array(values) => {
            out.push(b'[');
            for value in values {
                write_apart(value, out);
            }
            out.push(b']');
        }
        Object::Dictionary(values) => write_dictionary(values, out),
        Object::Reference((id, generation)) => {
            let _ = write!(out, "{id} {generation} R");
        }
    }
}

fn write_dictionary(values: &Dictionary, out: &mut Vec<u8>) {
    out.extend_from_slice(b"<<");
    for (key, value) in values {
        write_name(key, out);
        write_apart(value, out);
    }
    out.extend_from_slice(b">>");
}

/// A space first, where the object would run into what stands before it.
fn write_apart(object: &Object, out: &mut Vec<u8>) {
    let delimits = match object {
        Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_) => true,
        _ => out.last().is_some_and(|byte| b"[]<>()".contains(byte)),
    };
    if !delimits {
        out.push(b' ');
    }
    write_object(object, out);
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}
