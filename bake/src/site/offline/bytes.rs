//! Bytes within a page of a one-byte charset.

use std::io::Write;

use flate2::{Compression, write::DeflateEncoder};

/// What a page cannot hold as it is: its parser changes zero and carriage return, and `<` could end the block.
const TROUBLE: [u8; 4] = [0, b'\r', b'<', MARK];
/// Stands before a byte that is shifted.
const MARK: u8 = b'=';
const SHIFT: u8 = 64;

/// Compressed as the browser's own `DecompressionStream('deflate-raw')` reads it.
///
/// # Errors
/// None that memory does not make.
pub fn deflated(bytes: &[u8], release: bool) -> anyhow::Result<Vec<u8>> {
    if release {
        // A twentieth smaller than zlib's best, and slow: for releases alone.
        let mut small = Vec::new();
        zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut small)?;
        return Ok(small);
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Bytes as they can stand in a data block; `start.js` reads them.
pub fn standing(bytes: &[u8]) -> Vec<u8> {
    let mut standing = Vec::with_capacity(bytes.len() + bytes.len() / 50);
    for byte in bytes {
        if TROUBLE.contains(byte) {
            standing.extend([MARK, byte.wrapping_add(SHIFT)]);
        } else {
            standing.push(*byte);
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::{MARK, SHIFT, TROUBLE, standing};

    #[test]
    fn every_byte_comes_back_and_none_makes_trouble() {
        let all: Vec<u8> = (0..=255).chain(0..=255).collect();
        let standing = standing(&all);
        assert!(standing.iter().all(|byte| *byte == MARK || !TROUBLE.contains(byte)));
        let mut back = Vec::new();
        let mut bytes = standing.into_iter();
        while let Some(byte) = bytes.next() {
            back.push(if byte == MARK { bytes.next().expect("a shifted byte").wrapping_sub(SHIFT) } else { byte });
        }
        assert_eq!(back, all);
    }
}
