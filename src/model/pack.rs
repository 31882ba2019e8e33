//! The pack: all that one language needs, as one file.
//!
//! ```text
//! "OXYP" | format u16 LE | length u32 LE | checksum u32 LE | body (see [`super::packed`])
//! ```

use std::{fmt, rc::Rc};

use super::{
    about::About,
    chapter::Chapter,
    figure::Figure,
    id::{ChapterId, FigureId, TermId},
    interface::Word,
    language::Language,
    notice::Notice,
    packed::{Packed, Writer, packed, read},
    parameters::Parameters,
    source::Source,
    term::Term,
};

/// Raised whenever the shape of [`Pack`] changes.
pub const FORMAT: u16 = 3;
const MAGIC: &[u8; 4] = b"OXYP";
const HEADER: usize = 14;

/// Everything the explainer says and shows in one language.
#[derive(Clone, PartialEq, Debug)]
pub struct Pack {
    /// The language of this pack.
    pub language: Language,
    /// Every language there is, this one included, for the switch.
    pub languages: Vec<Language>,
    /// Chapters in reading order.
    pub chapters: Vec<Chapter>,
    /// Figures, in the order in which chapters show them.
    pub figures: Vec<Rc<Figure>>,
    /// The glossary, sorted in the language's own alphabet.
    pub terms: Vec<Term>,
    /// Sources in the order of their first citation.
    pub sources: Vec<Source>,
    /// What the explainer says of itself.
    pub about: Vec<About>,
    /// Notices of care.
    pub notices: Vec<Notice>,
    /// The interface's words, in the order of [`Word::ALL`].
    pub words: Vec<String>,
    /// The numbers of the labour model.
    pub parameters: Parameters,
}

impl Pack {
    /// An interface word.
    pub fn word(&self, word: Word) -> &str {
        self.words.get(word as usize).map_or("", String::as_str)
    }

    /// The chapter of that id.
    pub fn chapter(&self, id: &ChapterId) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.id == *id)
    }

    /// The figure of that id.
    pub fn figure(&self, id: &FigureId) -> Option<&Rc<Figure>> {
        self.figures.iter().find(|figure| figure.id == *id)
    }

    /// The term of that id.
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *id)
    }

    /// The pack as the bytes of its file.
    ///
    /// # Errors
    /// When it is larger than its header can say.
    pub fn encode(&self) -> Result<Vec<u8>, PackProblem> {
        seal(self)
    }

    /// Reads the bytes of a pack's file; never panics, whatever they are.
    ///
    /// # Errors
    /// [`PackProblem`] says what is wrong with them.
    pub fn decode(bytes: &[u8]) -> Result<Self, PackProblem> {
        open(bytes)
    }
}

/// A value as the bytes of a file of its own.
///
/// # Errors
/// When it is larger than its header can say.
pub(super) fn seal(value: &impl Packed) -> Result<Vec<u8>, PackProblem> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    let body = writer.body();
    let length = u32::try_from(body.len()).map_err(|_| PackProblem::Damaged)?;
    let mut bytes = Vec::with_capacity(HEADER + body.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    Ok(bytes)
}

/// The value that a file holds; never panics, whatever its bytes are.
///
/// # Errors
/// [`PackProblem`] says what is wrong with them.
pub(super) fn open<T: Packed>(bytes: &[u8]) -> Result<T, PackProblem> {
    let body = checked(bytes)?;
    read(body).ok_or(PackProblem::Damaged)
}

/// The body of a file whose header is right.
fn checked(bytes: &[u8]) -> Result<&[u8], PackProblem> {
    let Some((header, body)) = bytes.split_at_checked(HEADER) else {
        return Err(PackProblem::Truncated);
    };
    if &header[..4] != MAGIC {
        return Err(PackProblem::NotAPack);
    }
    let format = u16::from_le_bytes([header[4], header[5]]);
    if format != FORMAT {
        return Err(PackProblem::OtherFormat(format));
    }
    let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if body.len() != number(6) as usize {
        return Err(PackProblem::Truncated);
    }
    if checksum(body) != number(10) {
        return Err(PackProblem::Damaged);
    }
    Ok(body)
}

packed!(struct Pack { language, languages, chapters, figures, terms, sources, about, notices, words, parameters });

/// FNV-1a: enough to notice a damaged file, and a few bytes of code.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Why a pack cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PackProblem {
    /// Shorter or longer than it says.
    Truncated,
    /// Something else altogether, often an error page.
    NotAPack,
    /// Made for another version of the module.
    OtherFormat(u16),
    /// Right length, wrong content.
    Damaged,
}

impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the pack is cut short"),
            Self::NotAPack => f.write_str("the file is not a pack"),
            Self::OtherFormat(format) => write!(f, "the pack has format {format}, the module reads {FORMAT}"),
            Self::Damaged => f.write_str("the pack is damaged"),
        }
    }
}
