//! What the PDF says of itself: the XMP packet, and the same in the Info dictionary.

use lopdf::{Dictionary, Object, StringFormat};

/// Written as the program that made the file.
const PRODUCER: &str = "Cải Tiến";

/// What PDF/UA says of itself is not among the words an archive knows: they are told to it.
const ACCESSIBLE: &str = "<pdfuaid:part>1</pdfuaid:part>\n\
     <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
     <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
     <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
     <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
     <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
     <pdfaProperty:name>part</pdfaProperty:name>\
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
     <pdfaProperty:category>internal</pdfaProperty:category>\
     <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
     </rdf:li></rdf:Seq></pdfaSchema:property>\
     </rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

/// The packet that says title, author, PDF/A-2a and, where there is a title, PDF/UA-1. No dates: the file must not depend
/// on the hour.
pub(super) fn packet(title: &str, author: &str) -> Vec<u8> {
    let mut text = String::from(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
         xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
         <pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>\n",
    );
    if !title.is_empty() {
        text.push_str(ACCESSIBLE);
        text.push_str("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
        text.push_str(&escaped(title));
        text.push_str("</rdf:li></rdf:Alt></dc:title>\n");
    }
    if !author.is_empty() {
        text.push_str("<dc:creator><rdf:Seq><rdf:li>");
        text.push_str(&escaped(author));
        text.push_str("</rdf:li></rdf:Seq></dc:creator>\n");
    }
    for key in ["xmp:CreatorTool", "pdf:Producer"] {
        for part in ["<", key, ">", PRODUCER, "</", key, ">\n"] {
            text.push_str(part);
        }
    }
    text.push_str("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    text.into_bytes()
}

/// The same facts for old readers.
pub(super) fn info(title: &str, author: &str) -> Dictionary {
    let mut info = Dictionary::new();
    for (key, value) in
        [("Title", title), ("Author", author), ("Creator", PRODUCER), ("Producer", PRODUCER)]
    {
        if !value.is_empty() {
            info.set(key, text(value));
        }
    }
    info
}

/// A text string: plain ASCII, or UTF-16BE behind its mark.
pub(super) fn text(value: &str) -> Object {
    if value.bytes().all(|byte| matches!(byte, 0x20..=0x7e)) {
        return Object::String(value.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(value.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Text between tags; what XML cannot hold is left out.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
    out
}
