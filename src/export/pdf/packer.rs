//! Packs the streams of one file with one compressor.
//!
//! A compressor of its own for each page would leave a hole of some 270 KB among the pages'
//! lasting bytes each time: at 1,300 pages that was half of an export's memory.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Object, Stream};

use crate::export::ExportError;

/// Deflate's effort: 8 % more bytes than the utmost for a third less time.
const EFFORT: u32 = 4;

/// A compressor and the room it writes into, used again for each stream.
pub(super) struct Packer {
    compress: Compress,
    packed: Vec<u8>,
}

impl Packer {
    pub(super) fn new() -> Self {
        Self { compress: Compress::new(Compression::new(EFFORT), true), packed: Vec::new() }
    }

    /// A stream of these bytes, packed.
    pub(super) fn pack(&mut self, bytes: &[u8]) -> Result<Stream, ExportError> {
        self.compress.reset();
        self.packed.clear();
        let mut read = 0;
        loop {
            self.packed.reserve(bytes.len() / 2 + 1024);
            let rest = bytes.get(read..).unwrap_or_default();
            let status = self
                .compress
                .compress_vec(rest, &mut self.packed, FlushCompress::Finish)
                .map_err(|error| ExportError::Pdf(error.to_string()))?;
            if status == Status::StreamEnd {
                break;
            }
            read = usize::try_from(self.compress.total_in()).unwrap_or(bytes.len());
        }
        let mut dictionary = Dictionary::new();
        dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        Ok(Stream::new(dictionary, self.packed.clone()))
    }

    /// Packs a stream that is not packed yet and may be.
    pub(super) fn deflate(&mut self, object: &mut Object) -> Result<(), ExportError> {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            let packed = self.pack(&stream.content)?;
            stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
            stream.set_content(packed.content);
        }
        Ok(())
    }
}
