//! The zip that holds the parts: in the order they are added, without a date.

use std::fmt;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Why the parts could not be packed; the fact is for a developer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageError(String);

impl fmt::Display for PackageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A package on its way: parts are added, then it is finished.
pub struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    /// Adds a part; its name is a path with `/` between and none in front.
    ///
    /// # Errors
    /// When the part cannot be packed: never in memory, unless it is over 4 GB.
    pub fn add(&mut self, name: &str, text: &str) -> Result<(), PackageError> {
        // Time and system would else be those of the machine.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            // Above it files are little smaller and take much longer.
            .compression_level(Some(4))
            .last_modified_time(DateTime::default())
            .system(System::Dos);
        self.zip.start_file(name, options).map_err(|error| PackageError(error.to_string()))?;
        self.zip.write_all(text.as_bytes()).map_err(|error| PackageError(error.to_string()))
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// As [`Package::add`].
    pub fn finish(self) -> Result<Vec<u8>, PackageError> {
        let cursor = self.zip.finish().map_err(|error| PackageError(error.to_string()))?;
        Ok(cursor.into_inner())
    }
}

impl Default for Package {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_knows_no_hour_and_no_machine() {
        let mut package = Package::new();
        package.add("a/b.xml", "<b/>").unwrap();
        let bytes = package.finish().unwrap();
        assert_eq!(bytes.get(..4), Some(b"PK\x03\x04".as_slice()));
        // 1 January 1980, midnight.
        assert_eq!(bytes.get(10..14), Some([0, 0, 0x21, 0].as_slice()));
        let central = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        assert_eq!(bytes.get(central + 5), Some(&0), "made on no system in particular");
    }
}
