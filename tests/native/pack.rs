//! Packs: what is written is read again, and damage of any kind is named, never met with a panic.

use oxytocin_explainer::model::{Pack, PackProblem, pack::FORMAT};
use proptest::prelude::*;

use crate::real::{bytes, packs};

const HEADER: usize = 14;

/// The checksum of the format, written a second time.
fn checksum(body: &[u8]) -> u32 {
    let mut sum: u32 = 2_166_136_261;
    for byte in body {
        sum ^= u32::from(*byte);
        sum = sum.wrapping_mul(16_777_619);
    }
    sum
}

/// A pack's file around any body, with a right header.
fn around(body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a short body");
    [&b"OXYP"[..], &FORMAT.to_le_bytes(), &length.to_le_bytes(), &checksum(body).to_le_bytes(), body].concat()
}

#[test]
fn what_is_written_is_read_again() {
    let baked = bake::packs(&crate::real::root().join("content")).expect("content without problems");
    for (pack, bytes) in baked.iter().zip(bytes()) {
        assert_eq!(Pack::decode(bytes).as_ref(), Ok(pack));
        assert_eq!(pack.encode().as_deref(), Ok(&bytes[..]));
        assert_eq!(around(&bytes[HEADER..]), *bytes);
        println!("{}.pack: {} bytes", pack.language.code, bytes.len());
        assert!(bytes.len() < 600_000, "{} bytes", bytes.len());
    }
    assert_eq!(packs(), baked);
}

#[test]
fn a_pack_cut_short_says_so() {
    for bytes in bytes() {
        let many = (0..bytes.len()).step_by(977);
        for length in (0..64).chain(many).chain([bytes.len() - 2, bytes.len() - 1]) {
            assert_eq!(Pack::decode(&bytes[..length]), Err(PackProblem::Truncated), "{length}");
        }
        let long = [bytes, &[0][..]].concat();
        assert_eq!(Pack::decode(&long), Err(PackProblem::Truncated));
    }
}

#[test]
fn every_flipped_byte_is_noticed() {
    let bytes = &bytes()[0];
    for at in (0..HEADER).chain((HEADER..bytes.len()).step_by(1013)).chain([HEADER, bytes.len() - 1]) {
        for flip in [0x01, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= flip;
            let problem = Pack::decode(&damaged).expect_err("a flipped byte is noticed");
            let right = match at {
                0..4 => problem == PackProblem::NotAPack,
                4..6 => matches!(problem, PackProblem::OtherFormat(format) if format != FORMAT),
                6..10 => problem == PackProblem::Truncated,
                _ => problem == PackProblem::Damaged,
            };
            assert!(right, "byte {at}: {problem}");
        }
    }
}

#[test]
fn other_files_are_no_packs() {
    let page = b"<!doctype html><html><body>404 Not Found</body></html>";
    assert_eq!(Pack::decode(page), Err(PackProblem::NotAPack));
    assert_eq!(Pack::decode(b""), Err(PackProblem::Truncated));
    let mut newer = bytes()[0].clone();
    newer[4..6].copy_from_slice(&(FORMAT + 1).to_le_bytes());
    assert_eq!(Pack::decode(&newer), Err(PackProblem::OtherFormat(FORMAT + 1)));
    let texts = [PackProblem::Truncated, PackProblem::NotAPack, PackProblem::OtherFormat(7), PackProblem::Damaged]
        .map(|problem| problem.to_string());
    assert!(texts.iter().all(|text| text.contains("pack")) && texts[2].contains('7'), "{texts:?}");
}

#[test]
fn a_right_checksum_does_not_save_a_wrong_body() {
    assert_eq!(Pack::decode(&around(b"")), Err(PackProblem::Damaged));
    // A length that no memory could hold.
    assert_eq!(Pack::decode(&around(&[0xff; 64])), Err(PackProblem::Damaged));
    let body = &bytes()[0][HEADER..];
    for length in (0..body.len()).step_by(4999) {
        assert_eq!(Pack::decode(&around(&body[..length])), Err(PackProblem::Damaged), "{length}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_met_calmly(bytes in prop::collection::vec(any::<u8>(), 0..4096)) {
        prop_assert!(Pack::decode(&bytes).is_err());
    }

    #[test]
    fn any_body_is_met_calmly(body in prop::collection::vec(any::<u8>(), 0..4096)) {
        prop_assert_eq!(Pack::decode(&around(&body)), Err(PackProblem::Damaged));
    }

    #[test]
    fn a_real_body_with_a_changed_byte_is_met_calmly(at in 0..100_000_usize, byte in any::<u8>()) {
        let mut body = bytes()[0][HEADER..].to_vec();
        let at = at % body.len();
        body[at] = byte;
        // The checksum is right, so what comes out may be a pack; it must only not be a panic.
        let read = Pack::decode(&around(&body));
        prop_assert!(matches!(read, Ok(_) | Err(PackProblem::Damaged)));
    }
}
