//! Chapters: facts and words matched claim by claim.

use oxytocin_explainer::model::{
    Chapter, ChapterId, Claim, ClaimId, FigureId, FigurePlace, NoticeId, Rich, Saying, Section, SectionId, StepId,
};

use super::desk::{Desk, Place};
use crate::files::{ChapterFacts, ChapterWords, ClaimFacts, Map, SectionFacts, SectionWords};

/// All chapters in reading order.
pub fn all(desk: &Desk) -> Vec<Chapter> {
    for id in desk.words.chapters.keys().filter(|id| !desk.files.chapters.contains_key(*id)) {
        let file = desk.words_file(&format!("chapters/{id}.json"));
        desk.problems.add(&file, "", format!("words without facts: there is no facts/chapters/{id}.json"));
    }
    let mut sorted: Vec<_> = desk.files.chapters.iter().collect();
    sorted.sort_by_key(|(_, facts)| facts.order);
    sorted
        .into_iter()
        .filter_map(|(id, facts)| {
            let Some(words) = desk.words.chapters.get(id) else {
                let file = desk.words_file(&format!("chapters/{id}.json"));
                desk.problems.add(&file, "", "this chapter has no words in this language");
                return None;
            };
            let file = desk.words_file(&format!("chapters/{id}.json"));
            Some(ChapterDesk { desk, id, facts, words, file }.chapter())
        })
        .collect()
}

/// The words of a list of claims.
#[derive(Default)]
struct Spoken<'a> {
    claims: Option<&'a Map<String>>,
    /// What the claims answer.
    said: Option<&'a Map<String>>,
}

impl<'a> Spoken<'a> {
    fn only(claims: &'a Map<String>) -> Self {
        Self { claims: Some(claims), said: None }
    }
}

struct ChapterDesk<'a> {
    desk: &'a Desk<'a>,
    id: &'a str,
    facts: &'a ChapterFacts,
    words: &'a ChapterWords,
    file: String,
}

impl<'a> ChapterDesk<'a> {
    fn chapter(&self) -> Chapter {
        self.left_over("sections", self.words.sections.keys(), |id| self.facts.sections.iter().any(|s| s.id == id));
        self.left_over("depth", self.words.depth.keys(), |id| self.facts.depth.iter().any(|c| c.id == id));
        self.left_over("summary", self.words.summary.keys(), |id| self.facts.summary.iter().any(|s| s.id == id));
        self.check_title("title", &self.words.title);
        let message = self.place("message", None);
        self.desk.check_filled(&message, &self.words.message);
        self.check_sections();
        self.desk.check_length(&message, &self.words.message, 320);
        Chapter {
            id: ChapterId::from(self.id),
            title: self.words.title.clone(),
            short: self.short(),
            message: self.text(message, &self.words.message).rich,
            sections: self.facts.sections.iter().map(|section| self.section(section)).collect(),
            depth: self.claims("depth", &self.facts.depth, &Spoken::only(&self.words.depth), self.last_figure()),
            summary: self.summary(),
            notices: self.notices(),
            checked: self.checked(),
        }
    }

    fn section(&self, facts: &'a SectionFacts) -> Section {
        let figure = facts.figure.as_ref().map(|figure| figure.id.as_str());
        let key = format!("sections.{}", facts.id);
        let (heading, spoken) = match self.words.sections.get(&facts.id) {
            Some(words) => {
                let known = |id: &str| facts.claims.iter().any(|claim| claim.id == id);
                self.left_over(&format!("{key}.claims"), words.claims.keys(), known);
                self.left_over(&format!("{key}.said"), words.said.keys(), known);
                self.check_said(&key, facts, words);
                self.check_title(&format!("{key}.heading"), &words.heading);
                (words.heading.clone(), Spoken { claims: Some(&words.claims), said: Some(&words.said) })
            }
            None => {
                self.desk.problems.add(&self.file, &key, "this section has no words in this language");
                (String::new(), Spoken::default())
            }
        };
        Section {
            id: SectionId::from(facts.id.as_str()),
            heading,
            figure: self.figure_place(facts),
            claims: self.claims(&format!("{key}.claims"), &facts.claims, &spoken, figure),
        }
    }

    /// Complains of sayings that another language has, and of verdicts without one.
    fn check_said(&self, key: &str, facts: &SectionFacts, words: &SectionWords) {
        for claim in &facts.claims {
            let place = self.place(&format!("{key}.said.{}", claim.id), None);
            let elsewhere = self.desk.files.words.values().any(|words| {
                let section = words.chapters.get(self.id).and_then(|chapter| chapter.sections.get(&facts.id));
                section.is_some_and(|section| section.said.contains_key(&claim.id))
            });
            match words.said.get(&claim.id) {
                Some(text) => {
                    self.desk.check_filled(&place, text);
                    self.desk.check_length(&place, text, 200);
                }
                None if elsewhere => self.desk.complain(&place, "this saying has no words in this language"),
                None if claim.verdict.is_some() => {
                    self.desk.complain(&place, "a verdict on a saying that is not there: give its words");
                }
                None => {}
            }
        }
    }

    fn figure_place(&self, facts: &SectionFacts) -> Option<FigurePlace> {
        let place = facts.figure.as_ref()?;
        let file = format!("facts/chapters/{}.json", self.id);
        let key = format!("sections.{}.figure", facts.id);
        match self.desk.files.figures.get(&place.id) {
            None => self.desk.problems.add(&file, &key, format!("there is no figure “{}”", place.id)),
            Some(figure) => {
                let missing = place.step.as_ref().filter(|step| !figure.steps.iter().any(|known| known.id == **step));
                if let Some(step) = missing {
                    self.desk.problems.add(&file, &key, format!("figure “{}” has no step “{step}”", place.id));
                }
            }
        }
        Some(FigurePlace { id: FigureId::from(place.id.as_str()), step: place.step.as_deref().map(StepId::from) })
    }

    fn claims(&self, key: &str, facts: &[ClaimFacts], spoken: &Spoken, figure: Option<&'a str>) -> Vec<Claim> {
        facts
            .iter()
            .map(|claim| {
                let fact_file = format!("facts/chapters/{}.json", self.id);
                self.desk.check_sources(&fact_file, &claim.id, &claim.sources);
                if claim.sources.is_empty() {
                    self.desk.problems.add(&fact_file, &claim.id, "a claim without a source");
                }
                let place = self.place(&format!("{key}.{}", claim.id), figure);
                let text = match spoken.claims.and_then(|claims| claims.get(&claim.id)) {
                    Some(text) => {
                        self.desk.check_filled(&place, text);
                        self.desk.check_length(&place, text, 900);
                        let read = self.text(place.clone(), text);
                        for cited in read.cited.iter().filter(|id| !claim.sources.contains(id)) {
                            self.desk
                                .complain(&place, format!("cites “{cited}”, which is not among the claim's sources"));
                        }
                        read.with_citations(self.desk, &claim.sources)
                    }
                    None => {
                        self.desk.complain(&place, "this claim has no words in this language");
                        Rich::new()
                    }
                };
                Claim {
                    id: ClaimId::from(claim.id.as_str()),
                    said: spoken.said.and_then(|said| said.get(&claim.id)).map(|words| Saying {
                        words: self.desk.plain(&place, words),
                        verdict: claim.verdict.map(Into::into),
                    }),
                    text,
                    certainty: claim.certainty.into(),
                    species: claim.species.iter().map(|species| (*species).into()).collect(),
                }
            })
            .collect()
    }

    fn checked(&self) -> (String, String) {
        let iso = &self.facts.checked;
        let words = match iso.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] if is_day(year, month, day) => {
                let named = month.parse::<usize>().ok().and_then(|month| self.desk.language.months.get(month - 1));
                let (day, month) = match named {
                    Some(name) => (day.trim_start_matches('0'), name.as_str()),
                    None => (*day, *month),
                };
                let words = self.desk.language.date.replace("{day}", day).replace("{month}", month);
                words.replace("{year}", year).replace(' ', "\u{a0}")
            }
            _ => {
                let file = format!("facts/chapters/{}.json", self.id);
                self.desk.problems.add(&file, "checked", "write the day as YYYY-MM-DD");
                String::new()
            }
        };
        (iso.clone(), words)
    }

    fn summary(&self) -> Vec<Rich> {
        let fact_file = format!("facts/chapters/{}.json", self.id);
        self.facts
            .summary
            .iter()
            .map(|item| {
                let claims = || self.facts.sections.iter().flat_map(|s| &s.claims).chain(&self.facts.depth);
                for id in item.from.iter().filter(|id| !claims().any(|claim| claim.id == **id)) {
                    self.desk.problems.add(
                        &fact_file,
                        &format!("summary.{}", item.id),
                        format!("there is no claim “{id}” in this chapter"),
                    );
                }
                if item.from.is_empty() {
                    self.desk.problems.add(&fact_file, &format!("summary.{}", item.id), "rests on no claim");
                }
                let place = self.place(&format!("summary.{}", item.id), self.last_figure());
                match self.words.summary.get(&item.id) {
                    Some(text) => {
                        self.desk.check_filled(&place, text);
                        self.text(place, text).rich
                    }
                    None => {
                        self.desk.complain(&place, "this item has no words in this language");
                        Rich::new()
                    }
                }
            })
            .collect()
    }

    fn notices(&self) -> Vec<NoticeId> {
        for id in self.facts.notices.iter().filter(|id| !self.desk.files.notices.contains_key(*id)) {
            let file = format!("facts/chapters/{}.json", self.id);
            self.desk.problems.add(&file, "notices", format!("there is no notice “{id}”"));
        }
        self.facts.notices.iter().map(|id| NoticeId::from(id.as_str())).collect()
    }

    fn text(&self, place: Place, text: &str) -> super::rich::Read {
        self.desk.rich(&place, text)
    }

    fn place(&self, key: &str, figure: Option<&'a str>) -> Place<'a> {
        Place::new(&self.file, key).chapter(self.id).figure(figure)
    }

    /// What a bare `show:` means outside sections: the chapter's last figure.
    fn last_figure(&self) -> Option<&'a str> {
        self.facts.sections.iter().rev().find_map(|section| Some(section.figure.as_ref()?.id.as_str()))
    }

    fn short(&self) -> String {
        let place = Place::new(&self.file, "short");
        self.desk.check_filled(&place, &self.words.short);
        self.desk.check_length(&place, &self.words.short, 20);
        self.words.short.clone()
    }

    fn check_sections(&self) {
        let sections = &self.facts.sections;
        for (index, section) in sections.iter().enumerate() {
            if sections[..index].iter().any(|before| before.id == section.id) {
                let file = format!("facts/chapters/{}.json", self.id);
                self.desk.problems.add(&file, &format!("sections.{}", section.id), "another section has this id");
            }
        }
    }

    fn check_title(&self, key: &str, text: &str) {
        let place = Place::new(&self.file, key);
        self.desk.check_filled(&place, text);
        self.desk.check_length(&place, text, 90);
    }

    fn left_over<'k>(&self, key: &str, ids: impl Iterator<Item = &'k String>, known: impl Fn(&str) -> bool) {
        for id in ids.filter(|id| !known(id)) {
            self.desk.problems.add(&self.file, &format!("{key}.{id}"), "words without facts");
        }
    }
}

/// Whether a day may stand in a calendar, written `YYYY-MM-DD`.
fn is_day(year: &str, month: &str, day: &str) -> bool {
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let within = |text: &str, most: u8| text.parse().is_ok_and(|number: u8| (1..=most).contains(&number));
    digits(year, 4) && digits(month, 2) && digits(day, 2) && within(month, 12) && within(day, 31)
}
