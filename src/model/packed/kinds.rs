//! How texts, names, numbers and lists are packed.

use std::rc::Rc;

use super::{Packed, Reader, Writer, put, take};

/// How finely numbers of drawings are kept: hundredths.
const FINE: f32 = 100.0;

impl Packed for String {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.text().to_owned()
    }
}

impl Packed for Rc<str> {
    fn write(&self, writer: &mut Writer) {
        writer.name(self);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.name()
    }
}

impl Packed for char {
    fn write(&self, writer: &mut Writer) {
        writer.count(*self as usize);
    }

    fn read(reader: &mut Reader) -> Self {
        let letter = reader.count();
        let letter = char::from_u32(letter as u32);
        reader.sound(letter)
    }
}

impl Packed for bool {
    fn write(&self, writer: &mut Writer) {
        writer.count(usize::from(*self));
    }

    fn read(reader: &mut Reader) -> Self {
        reader.choice(2) == 1
    }
}

macro_rules! whole {
    ($($number:ty),+) => {$(
        impl Packed for $number {
            fn write(&self, writer: &mut Writer) {
                writer.count(*self as usize);
            }

            fn read(reader: &mut Reader) -> Self {
                let number = reader.count();
                let number = Self::try_from(number).ok();
                reader.sound(number)
            }
        }
    )+};
}
whole!(u8, u16);

/// A number of a drawing: to hundredths, which `bake` has rounded it to.
impl Packed for f32 {
    fn write(&self, writer: &mut Writer) {
        let fine = (self * FINE).round() as i32;
        put(&mut writer.numbers, ((fine << 1) ^ (fine >> 31)) as u32 as usize);
    }

    fn read(reader: &mut Reader) -> Self {
        let number = take(&mut reader.numbers);
        let number = reader.sound(number) as u32;
        ((number >> 1) as i32 ^ -((number & 1) as i32)) as f32 / FINE
    }
}

/// A number of a model: exactly as it is.
impl Packed for f64 {
    fn write(&self, writer: &mut Writer) {
        writer.numbers.extend(self.to_le_bytes());
    }

    fn read(reader: &mut Reader) -> Self {
        let split = reader.numbers.split_first_chunk::<8>();
        reader.damaged |= split.is_none();
        split.map_or(0.0, |(bytes, rest)| {
            reader.numbers = rest;
            Self::from_le_bytes(*bytes)
        })
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        writer.count(self.len());
        for value in self {
            value.write(writer);
        }
    }

    fn read(reader: &mut Reader) -> Self {
        let count = reader.list();
        let mut list = Self::new();
        while list.len() < count && !reader.damaged {
            list.push(T::read(reader));
        }
        list
    }
}

impl<T: Packed> Packed for Option<T> {
    fn write(&self, writer: &mut Writer) {
        self.is_some().write(writer);
        if let Some(value) = self {
            value.write(writer);
        }
    }

    fn read(reader: &mut Reader) -> Self {
        bool::read(reader).then(|| T::read(reader))
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
        self.1.write(writer);
    }

    fn read(reader: &mut Reader) -> Self {
        (A::read(reader), B::read(reader))
    }
}

impl<T: Packed> Packed for Rc<T> {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn read(reader: &mut Reader) -> Self {
        Self::new(T::read(reader))
    }
}
