//! Pieces of a page that are drawn again only when what they are made of changes, or when a signal calls.
//!
//! One component for all of them: each component of its own would add a kilobyte to what readers download.

use std::{any::Any, rc::Rc};

use yew::{prelude::*, virtual_dom::Key};

use super::{
    kept::Kept,
    signal::{Hearing, Signal},
};

/// Something to be drawn; of two that are equal, the second need not be.
pub trait Piece: PartialEq + 'static {
    /// Draws it; never as nothing. What it keeps is there again the next time.
    fn draw(&self, kept: &Kept) -> Html;

    /// What calls for drawing it again.
    fn signal(&self) -> Option<Signal> {
        None
    }

    /// Whether what the one before has kept is right for this one, too: in the same language, of the same figure.
    fn keeps(&self, _before: &Self) -> bool {
        false
    }
}

/// A piece of any kind.
trait AnyPiece {
    fn as_any(&self) -> &dyn Any;
    fn same(&self, other: &dyn AnyPiece) -> bool;
    fn draw(&self, kept: &Kept) -> Html;
    fn signal(&self) -> Option<Signal>;
    fn keeps(&self, before: &dyn AnyPiece) -> bool;
}

impl<P: Piece> AnyPiece for P {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn same(&self, other: &dyn AnyPiece) -> bool {
        other.as_any().downcast_ref::<P>() == Some(self)
    }

    fn draw(&self, kept: &Kept) -> Html {
        Piece::draw(self, kept)
    }

    fn signal(&self) -> Option<Signal> {
        Piece::signal(self)
    }

    fn keeps(&self, before: &dyn AnyPiece) -> bool {
        before.as_any().downcast_ref::<P>().is_some_and(|before| Piece::keeps(self, before))
    }
}

#[derive(Properties)]
struct DrawnProps {
    piece: Rc<dyn AnyPiece>,
}

impl PartialEq for DrawnProps {
    fn eq(&self, other: &Self) -> bool {
        self.piece.same(&*other.piece)
    }
}

/// The one component of all pieces; without hooks, which would be most of what it keeps.
struct Drawn {
    _heard: Option<Hearing>,
    kept: Kept,
}

fn hear(ctx: &Context<Drawn>) -> Option<Hearing> {
    let signal = ctx.props().piece.signal();
    signal.map(|signal| signal.hear(ctx.link().callback(|()| ())))
}

impl Component for Drawn {
    type Message = ();
    type Properties = DrawnProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { _heard: hear(ctx), kept: Kept::default() }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &DrawnProps) -> bool {
        let kept = match ctx.props().piece.keeps(&*before.piece) {
            true => std::mem::take(&mut self.kept),
            false => Kept::default(),
        };
        *self = Self { _heard: hear(ctx), kept };
        true
    }

    fn update(&mut self, _ctx: &Context<Self>, (): ()) -> bool {
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().piece.draw(&self.kept)
    }
}

/// A piece where it stands, with its key among its neighbours.
pub fn piece(key: impl Into<Key>, piece: impl Piece) -> Html {
    let piece: Rc<dyn AnyPiece> = Rc::new(piece);
    html! { <Drawn key={key.into()} {piece} /> }
}
