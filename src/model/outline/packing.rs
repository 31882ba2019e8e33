//! The way into a pack: only `bake` goes it.

use super::{CLOSE, CURVE, Command, GIVEN, LEANING, LINE, MOVE, Point, SMOOTH, TENTHS, UNITS, minus, resolve};
use crate::model::decimal;

/// The packed form of a text, if it has no other commands than ours.
pub fn pack(text: &str) -> Option<Vec<u8>> {
    let scale = if text.contains('.') { TENTHS } else { UNITS };
    let mut commands = read(text, 10.0 / f64::from(scale))?;
    for at in 0..commands.len() {
        if commands[at].kind == CURVE {
            commands[at].kind = shortest(&commands, at);
        }
    }
    let mut bytes = vec![scale];
    let mut here = (0, 0);
    for command in &commands {
        bytes.push(command.kind);
        let mut put = |(x, y): Point| [x, y].into_iter().for_each(|number| write(&mut bytes, number));
        if command.kind & 3 != CLOSE {
            put(minus(command.to, here));
        }
        if command.kind & 3 == CURVE {
            for (index, from) in [here, command.to].into_iter().enumerate() {
                if command.kind >> (2 + 2 * index) & 3 == GIVEN {
                    put(minus(command.handles[index], from));
                }
            }
        }
        here = command.to;
    }
    Some(bytes)
}

/// The kind of a curve that leaves out the handles that follow, to a step, from the rest.
fn shortest(commands: &[Command], at: usize) -> u8 {
    let near = |a: Point, b: Point| a.0.abs_diff(b.0) <= 1 && a.1.abs_diff(b.1) <= 1;
    let all = [
        (SMOOTH, SMOOTH),
        (LEANING, SMOOTH),
        (SMOOTH, LEANING),
        (SMOOTH, GIVEN),
        (GIVEN, SMOOTH),
        (LEANING, GIVEN),
        (GIVEN, LEANING),
    ];
    let fits = |(first, second): &(u8, u8)| {
        let mut tried = commands.to_vec();
        tried[at].kind = CURVE | first << 2 | second << 4;
        resolve(&mut tried[..]);
        tried[at].handles.into_iter().zip(commands[at].handles).all(|(a, b)| near(a, b))
    };
    all.into_iter().find(fits).map_or(CURVE, |(first, second)| CURVE | first << 2 | second << 4)
}

fn read(text: &str, steps: f64) -> Option<Vec<Command>> {
    let mut commands = Vec::new();
    let mut here = (0, 0);
    let starts: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).map(|(at, _)| at).collect();
    for (index, at) in starts.iter().enumerate() {
        let words = &text[at + 1..starts.get(index + 1).copied().unwrap_or(text.len())];
        let numbers: Vec<i32> = words
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(|word| (f64::from(decimal::parse(word)) * steps).round() as i32)
            .collect();
        let (kind, handles, to) = match (text.as_bytes()[*at], &numbers[..]) {
            (b'M', [x, y]) => (MOVE, [(0, 0); 2], (*x, *y)),
            (b'L', [x, y]) => (LINE, [(0, 0); 2], (*x, *y)),
            (b'C', [a, b, c, d, x, y]) => (CURVE, [(*a, *b), (*c, *d)], (*x, *y)),
            (b'Z', []) => (CLOSE, [(0, 0); 2], here),
            _ => return None,
        };
        commands.push(Command { kind, handles, to });
        here = to;
    }
    Some(commands)
}

fn write(bytes: &mut Vec<u8>, number: i32) {
    let mut value = ((number << 1) ^ (number >> 31)) as u32;
    while value >= 128 {
        bytes.push(value as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}
