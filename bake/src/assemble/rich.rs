//! Reads the rich text of the content files; the marks are listed in `docs/ADDING.md`.

use oxytocin_explainer::model::{ChapterId, FigureId, Inline, PartId, Rich, TermId};

use super::desk::{Desk, Place};

/// The quantity that a host may set to the number of its own country.
const EMERGENCY: &str = "emergency-number";

/// A text as a tree, with what it cites.
#[derive(Default)]
pub struct Read {
    pub rich: Rich,
    /// Sources cited at a place of their own.
    pub cited: Vec<String>,
    /// Sources of the quantities that it prints.
    pub quantity_sources: Vec<String>,
}

impl Read {
    /// The tree, closed by citations of those sources that it does not cite inside; neighbours in order.
    pub fn with_citations(mut self, desk: &Desk, sources: &[String]) -> Rich {
        let mut rest: Vec<u16> = Vec::new();
        for id in sources.iter().chain(&self.quantity_sources) {
            if let Some(index) = desk.cite(id).filter(|_| !self.cited.contains(id))
                && !rest.contains(&index)
            {
                rest.push(index);
            }
        }
        self.rich.extend(rest.into_iter().map(Inline::Cite));
        let cited = |inline: &Inline| match inline {
            Inline::Cite(index) => Some(*index),
            _ => None,
        };
        for run in self.rich.chunk_by_mut(|one, next| cited(one).is_some() && cited(next).is_some()) {
            run.sort_by_key(cited);
        }
        self.rich
    }
}

impl Desk<'_> {
    /// Reads a rich text.
    pub fn rich(&self, place: &Place, text: &str) -> Read {
        let mut read = Read::default();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(mark) = rest.find(['[', '{', '*']) {
            plain.push_str(&rest[..mark]);
            let (open, after) = rest[mark..].split_at(1);
            let close = match open {
                "[" => "]",
                "{" => "}",
                _ => "*",
            };
            let Some((inside, after)) = after.split_once(close) else {
                self.complain(place, format!("“{open}” is never closed by “{close}”"));
                return read;
            };
            rest = after;
            match open {
                "{" if inside == EMERGENCY => {
                    flush(&mut plain, &mut read.rich);
                    let number = self.number(place, inside, &mut read.quantity_sources);
                    read.rich.push(Inline::Emergency(number));
                }
                "{" => plain.push_str(&self.number(place, inside, &mut read.quantity_sources)),
                "*" => {
                    if inside.contains(['[', '{']) {
                        self.complain(place, format!("“*{inside}*” holds another mark: emphasis takes plain words"));
                    }
                    flush(&mut plain, &mut read.rich);
                    read.rich.push(Inline::Emphasis(inside.into()));
                }
                _ => {
                    flush(&mut plain, &mut read.rich);
                    if let Some(source) = inside.strip_prefix('@') {
                        let stop = rest.len() - rest.trim_start_matches(['.', ',']).len();
                        self.citation(place, source, &rest[..stop], &mut read);
                        rest = &rest[stop..];
                    } else if let Some((target, after)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
                        rest = after;
                        read.rich.push(self.link(place, inside, target));
                    } else {
                        self.complain(place, format!("“[{inside}]” has no target: write [{inside}](see:…)"));
                    }
                }
            }
        }
        plain.push_str(rest);
        flush(&mut plain, &mut read.rich);
        read
    }

    /// A citation follows its word closely, however the file is written, and stands behind the stop.
    fn citation(&self, place: &Place, source: &str, stop: &str, read: &mut Read) {
        match self.cite(source) {
            Some(index) => {
                let words = read.rich.iter_mut().rfind(|inline| !matches!(inline, Inline::Cite(_)));
                match words {
                    Some(Inline::Text(before)) => {
                        before.truncate(before.trim_end().len());
                        before.push_str(stop);
                    }
                    _ => flush(&mut stop.to_owned(), &mut read.rich),
                }
                read.rich.push(Inline::Cite(index));
                read.cited.push(source.into());
            }
            None => self.complain(place, format!("there is no source “{source}” among those of the facts")),
        }
    }

    fn link(&self, place: &Place, words: &str, target: &str) -> Inline {
        match target.split_once(':') {
            Some(("see", term)) => {
                self.use_term(place, term);
                Inline::Term(TermId::from(term), words.into())
            }
            Some(("show", part)) => self.show(place, words, part),
            Some(("go", chapter)) => {
                if !self.files.chapters.contains_key(chapter) {
                    self.complain(place, format!("there is no chapter “{chapter}”"));
                }
                Inline::Chapter(ChapterId::from(chapter), words.into())
            }
            _ => {
                self.complain(place, format!("“{target}” is no target: use see:, show: or go:"));
                Inline::Text(words.into())
            }
        }
    }

    fn show(&self, place: &Place, words: &str, target: &str) -> Inline {
        let (figure, part) = match (target.split_once('/'), place.figure) {
            (Some((figure, part)), _) => (figure, part),
            (None, Some(figure)) => (figure, target),
            (None, None) => {
                self.complain(place, format!("no figure stands here: write show:<figure>/{target}"));
                return Inline::Text(words.into());
            }
        };
        let known = self
            .files
            .figures
            .get(figure)
            .is_some_and(|facts| facts.parts.iter().any(|known| known.id == part && known.anchor.is_some()));
        if !known {
            self.complain(place, format!("figure “{figure}” has no selectable part “{part}”"));
        }
        Inline::Part(FigureId::from(figure), PartId::from(part), words.into())
    }
}

fn flush(plain: &mut String, rich: &mut Rich) {
    if !plain.is_empty() {
        rich.push(Inline::Text(std::mem::take(plain)));
    }
}
