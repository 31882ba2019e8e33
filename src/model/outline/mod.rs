//! Outlines: SVG path data, kept small in a pack.
//!
//! In a pack, points are steps from the point before, in units or tenths of them, and the handles of a
//! curve that runs smoothly through its points (as most of ours do) are left out: they follow from the points.
//! Text that cannot be had back letter by letter in this way is kept as it is.

mod packing;

use std::{fmt, ops::Deref, rc::Rc};

use super::{
    decimal,
    packed::{Packed, Reader, Writer},
};
use packing::pack;

/// Path data with absolute commands `M`, `L`, `C` and `Z`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outline(Rc<str>);

impl Outline {
    /// The path as text, shared, for use as an attribute.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }

    /// The outline that a pack can hold best: it differs from the text by no more than a line's width.
    pub fn settled(text: &str) -> Self {
        let packed = pack(text).and_then(|bytes| unpack(&bytes));
        Self(packed.as_deref().unwrap_or(text).into())
    }
}

impl Deref for Outline {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Outline {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Packed for Outline {
    fn write(&self, writer: &mut Writer) {
        let packed = pack(self).filter(|bytes| unpack(bytes).as_deref() == Some(self));
        writer.outline(&packed.unwrap_or_else(|| [&[AS_TEXT], self.as_bytes()].concat()));
    }

    fn read(reader: &mut Reader) -> Self {
        let text = unpack(reader.outline());
        if text.is_none() {
            reader.damage();
        }
        Self(text.unwrap_or_default().into())
    }
}

/// The first byte: how many tenths one step is, or that text follows.
const AS_TEXT: u8 = 0;
const TENTHS: u8 = 1;
const UNITS: u8 = 10;

/// What a command is, in the lower bits; a curve's handles stand above.
const MOVE: u8 = 0;
const LINE: u8 = 1;
const CLOSE: u8 = 2;
const CURVE: u8 = 3;

/// A handle as it is, one that follows from the points around, and one that follows from the other handle.
const GIVEN: u8 = 0;
const SMOOTH: u8 = 1;
const LEANING: u8 = 2;

type Point = (i32, i32);

/// One command, with places in steps.
#[derive(Clone, Copy, PartialEq)]
struct Command {
    kind: u8,
    handles: [Point; 2],
    to: Point,
}

fn minus(a: Point, b: Point) -> Point {
    (a.0.wrapping_sub(b.0), a.1.wrapping_sub(b.1))
}

fn plus(a: Point, b: Point) -> Point {
    (a.0.wrapping_add(b.0), a.1.wrapping_add(b.1))
}

/// A part of a way, rounded.
fn part(way: Point, of: i64) -> Point {
    let round = |number: i32| (2 * i64::from(number) + of).div_euclid(2 * of) as i32;
    (round(way.0), round(way.1))
}

/// Where the command before ends.
fn start(commands: &[Command], at: usize) -> Point {
    at.checked_sub(1).map_or((0, 0), |before| commands[before].to)
}

/// The handles of a curve as they follow from the points around it, for a line that is smooth there.
fn smooth(commands: &[Command], at: usize) -> [Point; 2] {
    let curve = |at: usize| commands.get(at).is_some_and(|command| command.kind & 3 == CURVE);
    let (mut first, mut last) = (at, at);
    while first > 0 && curve(first - 1) {
        first -= 1;
    }
    while curve(last + 1) {
        last += 1;
    }
    let (from, to) = (start(commands, at), commands[at].to);
    let closed = start(commands, first) == commands[last].to;
    let before = match at > first {
        true => start(commands, at - 1),
        false if closed => start(commands, last),
        false => from,
    };
    let after = match at < last {
        true => commands[at + 1].to,
        false if closed => commands[first].to,
        false => to,
    };
    [plus(from, part(minus(to, before), 6)), minus(to, part(minus(after, from), 6))]
}

/// Fills in the handles that were left out.
fn resolve(commands: &mut [Command]) {
    for at in 0..commands.len() {
        let kind = commands[at].kind;
        if kind & 3 != CURVE {
            continue;
        }
        let (known, from, to) = (smooth(commands, at), start(commands, at), commands[at].to);
        let handles = &mut commands[at].handles;
        let modes = [kind >> 2 & 3, kind >> 4 & 3];
        for index in 0..2 {
            if modes[index] == SMOOTH {
                handles[index] = known[index];
            }
        }
        if modes[0] == LEANING {
            handles[0] = plus(from, part(minus(handles[1], from), 3));
        } else if modes[1] == LEANING {
            handles[1] = plus(to, part(minus(handles[0], to), 3));
        }
    }
}

fn unpack(bytes: &[u8]) -> Option<String> {
    let (scale, mut rest) = bytes.split_first()?;
    if *scale == AS_TEXT {
        return String::from_utf8(rest.to_vec()).ok();
    }
    let mut commands = Vec::new();
    let mut here = (0, 0);
    while let Some((kind, after)) = rest.split_first() {
        rest = after;
        let mut step = || Some((number(&mut rest)?, number(&mut rest)?));
        let mut command = Command { kind: *kind, handles: [(0, 0); 2], to: here };
        if kind & 3 != CLOSE {
            command.to = plus(here, step()?);
        }
        if kind & 3 == CURVE {
            for (index, from) in [here, command.to].into_iter().enumerate() {
                if kind >> (2 + 2 * index) & 3 == GIVEN {
                    command.handles[index] = plus(from, step()?);
                }
            }
        }
        here = command.to;
        commands.push(command);
    }
    resolve(&mut commands);
    let mut text = String::new();
    for command in &commands {
        let (letter, points): (char, &[Point]) = match command.kind & 3 {
            MOVE => ('M', &[command.to]),
            LINE => ('L', &[command.to]),
            CURVE => ('C', &[command.handles[0], command.handles[1], command.to]),
            _ => ('Z', &[]),
        };
        text.push(letter);
        for number in points.iter().flat_map(|point| [point.0, point.1]) {
            if !text.ends_with(letter) {
                text.push(' ');
            }
            decimal::push(&mut text, f64::from(number) * f64::from(*scale) / 10.0, 1);
        }
    }
    Some(text)
}

/// A number in as few bytes as it needs.
fn number(rest: &mut &[u8]) -> Option<i32> {
    let (mut value, mut shift) = (0_u32, 0);
    loop {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= u32::from(byte & 127).checked_shl(shift)?;
        shift += 7;
        if *byte < 128 {
            return Some((value >> 1) as i32 ^ -((value & 1) as i32));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outline, Packed, Writer, pack};
    use crate::model::packed::read;

    #[test]
    fn what_is_settled_stays_and_is_small() {
        let text = "M10 0C13.3 3.3 23.3 10 30 20C36.7 30 39.2 45 50 60C60.8 75 87.5 101.7 95 110L20.5 3Z";
        let outline = Outline::settled(text);
        assert_eq!(Outline::settled(&outline), outline);
        assert_eq!(pack(&outline).map(|bytes| bytes.len()), Some(26));
        for text in ["", "M0 0q1 1 2 2", "hello", "M1e5 0L2 2"] {
            let mut writer = Writer::default();
            Outline::from(text).write(&mut writer);
            assert_eq!(read::<Outline>(&writer.body()).as_deref(), Some(text));
        }
    }
}
