//! Ids: short kebab-case names, one type a kind, so that a term is never taken for a part.

use std::{borrow::Borrow, fmt, rc::Rc};

use super::packed::{Packed, Reader, Writer};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id as it stands in the content and in `data-…` hooks.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same text, shared, for use as a key or an attribute.
            pub fn shared(&self) -> Rc<str> {
                Rc::clone(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl Packed for $name {
            fn write(&self, writer: &mut Writer) {
                self.0.write(writer);
            }

            fn read(reader: &mut Reader) -> Self {
                Self(Packed::read(reader))
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A chapter, such as `labour`.
    ChapterId,
    /// A section of a chapter.
    SectionId,
    /// A claim: the smallest piece of text that carries its own sources.
    ClaimId,
    /// A figure, such as `labour-loop`.
    FigureId,
    /// A part of a figure that has a name, such as `pvn`.
    PartId,
    /// A step of a figure.
    StepId,
    /// A glossary term, such as `myometrium`.
    TermId,
    /// A source, such as `fuchs-1991`.
    SourceId,
    /// A notice of care, such as `after-birth`.
    NoticeId,
}
