//! The bytes of a pack's body, written and read by hand: small code, and streams that compress well.
//!
//! ```text
//! body = lengths of the streams | things | numbers | outlines | names | letters
//! ```
//!
//! Unlike things stand apart, because like beside like compresses best: counts and choices, numbers,
//! outlines, each name once, and all letters as one long text with one byte a letter (see [`super::letters`]).

mod kinds;

use std::rc::Rc;

use super::letters::{squeeze, stretch};

/// What a pack can hold.
pub trait Packed: Sized {
    /// Writes it behind what is there.
    fn write(&self, writer: &mut Writer);
    /// Reads it; a reader that has met damage gives anything, and says so in the end.
    fn read(reader: &mut Reader) -> Self;
}

/// The streams of a body while it is written.
#[derive(Default)]
pub struct Writer {
    things: Vec<u8>,
    numbers: Vec<u8>,
    outlines: Vec<u8>,
    names: Vec<Rc<str>>,
    letters: String,
}

impl Writer {
    /// The finished body.
    pub fn body(self) -> Vec<u8> {
        let letters = squeeze(self.letters.as_bytes());
        let names = squeeze(self.names.join("\n").as_bytes());
        let mut body = Vec::new();
        for stream in [&self.things, &self.numbers, &self.outlines, &names] {
            put(&mut body, stream.len());
        }
        body.extend(self.things);
        body.extend(self.numbers);
        body.extend(self.outlines);
        body.extend(names);
        body.extend(letters);
        body
    }

    /// A count or a choice.
    pub fn count(&mut self, count: usize) {
        put(&mut self.things, count);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.count(text.len());
        self.letters.push_str(text);
    }

    /// A name, which is likely to come again.
    pub fn name(&mut self, name: &Rc<str>) {
        let known = self.names.iter().position(|known| known == name);
        let index = known.unwrap_or_else(|| {
            self.names.push(Rc::clone(name));
            self.names.len() - 1
        });
        self.count(index);
    }

    /// An outline's own bytes.
    pub fn outline(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.outlines.extend_from_slice(bytes);
    }
}

/// A number in as few bytes as it needs, seven bits a byte.
fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 128 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The streams of a body while it is read.
pub struct Reader<'a> {
    things: &'a [u8],
    numbers: &'a [u8],
    outlines: &'a [u8],
    names: Vec<Rc<str>>,
    letters: &'a str,
    damaged: bool,
}

/// Reads a whole body; `None` if it is not one.
pub fn read<T: Packed>(mut body: &[u8]) -> Option<T> {
    let lengths = [take(&mut body)?, take(&mut body)?, take(&mut body)?, take(&mut body)?];
    let mut stream = |length: usize| {
        let (stream, rest) = body.split_at_checked(length)?;
        body = rest;
        Some(stream)
    };
    let [things, numbers, outlines] = [stream(lengths[0])?, stream(lengths[1])?, stream(lengths[2])?];
    let names = String::from_utf8(stretch(stream(lengths[3])?)).ok()?;
    let letters = String::from_utf8(stretch(body)).ok()?;
    let names = names.split('\n').map(Rc::from).collect();
    let mut reader = Reader { things, numbers, outlines, names, letters: &letters, damaged: false };
    let value = T::read(&mut reader);
    let done = reader.things.is_empty()
        && reader.numbers.is_empty()
        && reader.outlines.is_empty()
        && reader.letters.is_empty();
    (done && !reader.damaged).then_some(value)
}

/// A number of [`put`] off the front.
fn take(bytes: &mut &[u8]) -> Option<usize> {
    let (mut number, mut shift) = (0_u32, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 127).checked_shl(shift)?;
        shift += 7;
        if *byte < 128 {
            return Some(number as usize);
        }
    }
}

impl Reader<'_> {
    /// A count or a choice.
    pub fn count(&mut self) -> usize {
        let count = take(&mut self.things);
        self.sound(count)
    }

    /// A text.
    pub fn text(&mut self) -> &str {
        let length = self.count();
        let split = self.letters.split_at_checked(length);
        let (text, rest) = self.sound(split);
        self.letters = rest;
        text
    }

    /// A name.
    pub fn name(&mut self) -> Rc<str> {
        let index = self.count();
        let name = self.names.get(index).cloned();
        self.damaged |= name.is_none();
        name.unwrap_or_else(|| Rc::from(""))
    }

    /// An outline's own bytes.
    pub fn outline(&mut self) -> &[u8] {
        let length = self.count();
        let split = self.outlines.split_at_checked(length);
        let (bytes, rest) = self.sound(split);
        self.outlines = rest;
        bytes
    }

    /// One choice of so many; damage counts as the first.
    pub fn choice(&mut self, of: usize) -> usize {
        let choice = self.count();
        self.damaged |= choice >= of;
        if choice < of { choice } else { 0 }
    }

    /// Notes that what was read cannot be.
    pub fn damage(&mut self) {
        self.damaged = true;
    }

    /// How many elements a list may have: each takes a byte at least.
    fn list(&mut self) -> usize {
        let count = self.count();
        let most = self.things.len() + self.numbers.len();
        self.damaged |= count > most;
        if self.damaged { 0 } else { count }
    }

    fn sound<T: Default>(&mut self, value: Option<T>) -> T {
        self.damaged |= value.is_none();
        value.unwrap_or_default()
    }
}

/// How a struct or an enum is packed: its fields in this order, its choices by their place in this list.
///
/// ```text
/// packed!(struct Flow { id, role });
/// packed!(enum Inline { Text(words), Cite(source) });
/// ```
macro_rules! packed {
    (struct $name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::model::packed::Packed for $name {
            fn write(&self, writer: &mut $crate::model::packed::Writer) {
                $($crate::model::packed::Packed::write(&self.$field, writer);)+
            }

            fn read(reader: &mut $crate::model::packed::Reader) -> Self {
                Self { $($field: $crate::model::packed::Packed::read(reader)),+ }
            }
        }
    };
    (enum $name:ident { $($choice:ident $(($($field:ident),+))?),+ $(,)? }) => {
        impl $crate::model::packed::Packed for $name {
            fn write(&self, writer: &mut $crate::model::packed::Writer) {
                let mut choice = 0;
                $(
                    if let Self::$choice $(($($field),+))? = self {
                        writer.count(choice);
                        $($($crate::model::packed::Packed::write($field, writer);)+)?
                    }
                    choice += 1;
                )+
                let _ = choice;
            }

            fn read(reader: &mut $crate::model::packed::Reader) -> Self {
                let choice = reader.count();
                let mut index = 0;
                $(
                    if choice == index {
                        return Self::$choice $(($({
                            let $field = $crate::model::packed::Packed::read(reader);
                            $field
                        }),+))?;
                    }
                    index += 1;
                )+
                let _ = index;
                reader.damage();
                packed!(@first reader $($choice $(($($field),+))?),+)
            }
        }
    };
    (@first $reader:ident $choice:ident $(, $rest:ident $(($($field:ident),+))?)*) => { Self::$choice };
    (@first $reader:ident $choice:ident ($($field:ident),+) $(, $rest:ident $(($($more:ident),+))?)*) => {
        Self::$choice($({
            let $field = $crate::model::packed::Packed::read($reader);
            $field
        }),+)
    };
}
pub(crate) use packed;
