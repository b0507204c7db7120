//! What printpdf leaves out or gets wrong, put right with lopdf: contents, PDF/A-2a, PDF/UA-1,
//! bookmarks and language.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::fonts::EmbeddedFace;
use super::packer::Packer;
use super::tags::Marks;
use super::{content, outline, xmp};
use crate::export::ExportError;
use crate::layout::Pages;

/// The output intent's profile: CC0, see assets/icc/README.md.
const SRGB: &[u8] = include_bytes!("../../../assets/icc/sRGB-v2-magic.icc");

/// Puts the document right, and returns what was marked on its pages `ids`.
pub(super) fn fix(
    document: &mut Document,
    pages: &Pages,
    ids: &[ObjectId],
    faces: &[EmbeddedFace],
    packer: &mut Packer,
) -> Result<Marks, ExportError> {
    share_resources(document, ids).map_err(|error| failed(&error))?;
    let mut marks = Marks::default();
    for ((number, page), id) in (0_i64..).zip(&pages.pages).zip(ids) {
        let stream = packer.pack(&content::content(page, faces, &pages.structure, &mut marks))?;
        let page = document.get_dictionary_mut(*id).map_err(|error| failed(&error))?;
        page.set("StructParents", number);
        page.set("Tabs", name("S"));
        let contents = page.get(b"Contents").and_then(Object::as_reference);
        document.set_object(contents.map_err(|error| failed(&error))?, stream);
    }
    for face in faces {
        describe_face(document, face);
    }
    let outlines = outline::add(document, pages, ids);

    let mut metadata = Dictionary::new();
    metadata.set("Type", name("Metadata"));
    metadata.set("Subtype", name("XML"));
    // Left unpacked: archives look for it without a PDF reader.
    let about = xmp::packet(&pages.title, &pages.author);
    let metadata = document.add_object(Stream::new(metadata, about).with_compression(false));
    let intent = output_intent(document);

    let catalog = document.catalog_mut().map_err(|error| failed(&error))?;
    catalog.set("Version", name("1.7"));
    let mut marked = Dictionary::new();
    marked.set("Marked", true);
    catalog.set("MarkInfo", marked);
    catalog.set("Lang", Object::string_literal("vi-VN"));
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    catalog.set("ViewerPreferences", preferences);
    match outlines {
        Some(root) => {
            catalog.set("Outlines", root);
            catalog.set("PageMode", name("UseOutlines"));
        }
        None => catalog.set("PageMode", name("UseNone")),
    }
    if let Some(appendix) = pages.appendix {
        catalog.set("PageLabels", page_labels(appendix));
    }

    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    let info = document.add_object(xmp::info(&pages.title, &pages.author));
    document.trailer.set("Info", info);
    Ok(marks)
}

fn failed(error: &lopdf::Error) -> ExportError {
    ExportError::Pdf(error.to_string())
}

fn name(value: &str) -> Object {
    Object::Name(value.as_bytes().to_vec())
}

/// The pages in order, as printpdf listed them.
pub(super) fn page_ids(document: &Document) -> Result<Vec<ObjectId>, ExportError> {
    let ids = || -> Result<Vec<ObjectId>, lopdf::Error> {
        let root = document.catalog()?.get(b"Pages")?.as_reference()?;
        let kids = document.get_dictionary(root)?.get(b"Kids")?.as_array()?;
        kids.iter().map(Object::as_reference).collect()
    };
    ids().map_err(|error| failed(&error))
}

/// All pages share one dictionary of resources; the empty lists of links go.
fn share_resources(document: &mut Document, ids: &[ObjectId]) -> Result<(), lopdf::Error> {
    let mut shared = None;
    for id in ids {
        let page = document.get_dictionary_mut(*id)?;
        page.remove(b"Annots");
        page.remove(b"CropBox");
        page.remove(b"TrimBox");
        let own = page.get(b"Resources")?.as_reference()?;
        let first = *shared.get_or_insert(own);
        if own != first {
            page.set("Resources", first);
            document.objects.remove(&own);
        }
    }
    let Some(shared) = shared else { return Ok(()) };
    let resources = document.get_dictionary_mut(shared)?;
    // Nothing but fonts is in use.
    let unused: Vec<ObjectId> = [b"XObject".as_slice(), b"ExtGState", b"Shading"]
        .iter()
        .filter_map(|key| resources.remove(key)?.as_reference().ok())
        .collect();
    for id in unused {
        document.objects.remove(&id);
    }
    Ok(())
}

/// Says of a face what printpdf does not know: the height of its capitals, that it has
/// serifs, and which glyph each code stands for.
fn describe_face(document: &mut Document, face: &EmbeddedFace) {
    let map = match &face.glyph_of_code {
        None => name("Identity"),
        Some(glyphs) => {
            let bytes = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
            Object::Reference(document.add_object(Stream::new(Dictionary::new(), bytes)))
        }
    };
    let is_this = |dictionary: &Dictionary, key: &[u8]| {
        dictionary.get(key).and_then(Object::as_name).ok() == Some(face.name.as_bytes())
    };
    for object in document.objects.values_mut() {
        let Object::Dictionary(dictionary) = object else { continue };
        if is_this(dictionary, b"FontName") {
            const SERIF: i64 = 1 << 1;
            let flags = dictionary.get(b"Flags").and_then(Object::as_i64).unwrap_or(0);
            dictionary.set("Flags", flags | SERIF);
            dictionary.set("CapHeight", face.cap_height);
        } else if is_this(dictionary, b"BaseFont")
            && let Ok(Object::Array(descendants)) = dictionary.get_mut(b"DescendantFonts")
            && let Some(Object::Dictionary(descendant)) = descendants.first_mut()
        {
            descendant.set("CIDToGIDMap", map.clone());
        }
    }
}

/// Numbers of pages as they are printed: those of the appendix, "PL-1" on, begin with this page.
fn page_labels(appendix: usize) -> Dictionary {
    let mut own = Dictionary::new();
    own.set("S", name("D"));
    let mut after = own.clone();
    after.set("P", Object::string_literal("PL-"));
    let from = i64::try_from(appendix).unwrap_or(i64::MAX);
    let mut labels = Dictionary::new();
    labels.set("Nums", vec![0.into(), own.into(), from.into(), after.into()]);
    labels
}

fn output_intent(document: &mut Document) -> Dictionary {
    let mut profile = Dictionary::new();
    profile.set("N", 3);
    let profile = Stream::new(profile, SRGB.to_vec());
    let mut intent = Dictionary::new();
    intent.set("Type", name("OutputIntent"));
    intent.set("S", name("GTS_PDFA1"));
    intent.set("OutputConditionIdentifier", Object::string_literal("sRGB"));
    intent.set("Info", Object::string_literal("sRGB IEC61966-2.1"));
    intent.set("DestOutputProfile", document.add_object(profile));
    intent
}
