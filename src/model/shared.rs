//! A pack and its figures, shared without copying and compared without reading.

use std::{ops::Deref, rc::Rc};

use super::{figure::Figure, id::FigureId, pack::Pack};

/// A pack that many components hold. Two are equal when they are the same one.
#[derive(Clone, Debug)]
pub struct PackRef(Rc<Pack>);

impl PackRef {
    /// Shares a pack.
    pub fn new(pack: Pack) -> Self {
        Self(Rc::new(pack))
    }

    /// The figure of that id as the pack holds it, shared with its pack.
    pub fn figure_ref(&self, id: &FigureId) -> Option<FigureRef> {
        let figure = self.figure(id)?;
        Some(FigureRef::new(self.clone(), Rc::clone(figure)))
    }
}

impl Deref for PackRef {
    type Target = Pack;

    fn deref(&self) -> &Pack {
        &self.0
    }
}

impl PartialEq for PackRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A figure and the pack that it belongs to. Two are equal when they are the same one.
#[derive(Clone, Debug)]
pub struct FigureRef {
    /// The pack.
    pub pack: PackRef,
    figure: Rc<Figure>,
}

impl FigureRef {
    /// A figure of a pack.
    pub fn new(pack: PackRef, figure: Rc<Figure>) -> Self {
        Self { pack, figure }
    }
}

impl Deref for FigureRef {
    type Target = Figure;

    fn deref(&self) -> &Figure {
        &self.figure
    }
}

impl PartialEq for FigureRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.figure, &other.figure) && self.pack == other.pack
    }
}
