//! A fingerprint of bytes, by which a file and the parts of its fonts are named.

use std::io::Write;

/// FNV-1a of 128 bits: the same on every machine and in every release of Rust.
pub(super) struct Fingerprint {
    state: u128,
    /// How many bytes were added.
    pub length: usize,
}

impl Default for Fingerprint {
    fn default() -> Self {
        Self { state: 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, length: 0 }
    }
}

impl Fingerprint {
    /// Adds bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        self.length += bytes.len();
        for byte in bytes {
            self.state = (self.state ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
    }

    /// The fingerprint of all bytes so far.
    pub(super) fn bytes(&self) -> [u8; 16] {
        self.state.to_be_bytes()
    }
}

impl Write for Fingerprint {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.add(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
