//! JSON into values, in the one way in which files are read too: what reads a dossier is large,
//! and stands in the program once.

use serde::de::DeserializeOwned;

/// A value from its JSON.
///
/// # Errors
/// What serde says of a text that is none.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    let mut from = serde_json::Deserializer::from_slice(text.as_bytes());
    let read = serde_path_to_error::deserialize(&mut from);
    let value = read.map_err(serde_path_to_error::Error::into_inner)?;
    from.end()?;
    Ok(value)
}
