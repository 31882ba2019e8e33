//! A language's hunspell dictionary, and the content's own list beside it.

use std::{
    collections::{BTreeMap, HashMap},
    env, fs,
    path::PathBuf,
    sync::Mutex,
};

use bake::files::Words;
use spellbook::Dictionary;

/// The folder in which the dictionaries lie, each as `dictionary-bg-2.0.0/node_modules/dictionary-bg`.
const PLACE: &str = "OXY_DICTIONARIES";

/// Tells known words from unknown ones.
pub struct Speller {
    dictionary: Dictionary,
    /// The entries of `spelling.json`.
    listed: Entries,
    /// The entries of `hard.json`.
    hard: Entries,
    /// Words whose model or own entry the dictionary lacks, each with what to do.
    pub wrong: Vec<(String, String)>,
}

impl Speller {
    /// Reads the dictionary of a package such as `dictionary-bg@2.0.0`.
    pub fn read(package: &str, words: &Words) -> Self {
        let name = package.split_once('@').map_or(package, |(name, _)| name);
        let folder = place().join(package.replace('@', "-")).join("node_modules").join(name);
        let read = |file: &str| {
            let path = folder.join(file);
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; {}", path.display(), fix(package)))
        };
        let (rules, list) = (read("index.aff"), read("index.dic"));
        let dictionary = Dictionary::new(&rules, &list).unwrap_or_else(|error| panic!("{package}: {error}"));
        let alone = |line: &str| {
            // A name may be of several words.
            let words = line.replace(' ', "\n");
            let list = format!("1\n{words}\n");
            Dictionary::new(&rules_of(&rules, line), &list).expect("a dictionary of one entry")
        };
        let line =
            |word: &str| list.lines().find(|line| line.split(['/', ' ', '\t']).next() == Some(word)).map(str::to_owned);
        let mut wrong = Vec::new();
        let mut listed = BTreeMap::new();
        for (word, entry) in &words.spelling {
            let endings = match &entry.like {
                None => String::new(),
                Some(model) => match line(model) {
                    Some(line) => line.find('/').map(|at| line[at..].to_owned()).unwrap_or_default(),
                    None => {
                        wrong.push((word.clone(), format!("like: “{model}” is no headword of {package}")));
                        String::new()
                    }
                },
            };
            listed.insert(word.clone(), alone(&format!("{word}{endings}")));
        }
        let hard: BTreeMap<_, _> =
            words.hard.keys().filter_map(|word| Some((word.clone(), alone(&line(word)?)))).collect();
        Self { dictionary, listed: Entries::new(listed), hard: Entries::new(hard), wrong }
    }

    /// Whether the dictionary knows a word.
    pub fn knows(&self, word: &str) -> bool {
        self.dictionary.check(&plain(word))
    }

    /// The entry of `spelling.json` that a word is a form of.
    pub fn listed(&self, word: &str) -> Option<&str> {
        self.listed.find(word)
    }

    /// The entry of `hard.json` that a word is a form of.
    pub fn hard(&self, word: &str) -> Option<&str> {
        self.hard.find(word)
    }

    /// Whether the dictionary has a word of `hard.json` as a headword.
    pub fn has_hard(&self, word: &str) -> bool {
        self.hard.alone.contains_key(word)
    }
}

/// The rules that a line of a dictionary needs: all but the endings of other flags, which take long to read.
fn rules_of(rules: &str, line: &str) -> String {
    let flags = line.split_once('/').map_or("", |(_, flags)| flags);
    let needed = |rule: &&str| {
        let mut fields = rule.split_whitespace();
        match (fields.next(), fields.next()) {
            (Some("SFX" | "PFX"), Some(flag)) => flags.contains(flag),
            _ => true,
        }
    };
    rules.lines().filter(needed).collect::<Vec<_>>().join("\n")
}

/// The entries of a list, each a dictionary of its own, so that a form leads back to its entry.
struct Entries {
    alone: BTreeMap<String, Dictionary>,
    /// Words looked up before: the same ones come by the hundred.
    known: Mutex<HashMap<String, Option<String>>>,
}

impl Entries {
    fn new(alone: BTreeMap<String, Dictionary>) -> Self {
        Self { alone, known: Mutex::default() }
    }

    fn find(&self, word: &str) -> Option<&str> {
        let word = plain(word);
        let mut known = self.known.lock().expect("no search panics");
        let entry = known.entry(word).or_insert_with_key(|word| {
            self.alone.iter().find(|(_, dictionary)| dictionary.check(word)).map(|(entry, _)| entry.clone())
        });
        let (entry, _) = self.alone.get_key_value(entry.as_deref()?)?;
        Some(entry)
    }
}

/// A word without stress marks, which are no part of its spelling.
fn plain(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '\u{300}' | '\u{301}'))
        .map(|c| match c {
            'ѝ' => 'и',
            'Ѝ' => 'И',
            c => c,
        })
        .collect()
}

/// The folder that holds the dictionaries: as `cargo xtask test` tells, or where it has put them before.
fn place() -> PathBuf {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let told = env::var_os(PLACE).map(PathBuf::from);
    let cache = || {
        let home = || absolute("HOME").map(|home| home.join(".cache"));
        absolute("XDG_CACHE_HOME").or_else(|| absolute("LOCALAPPDATA")).or_else(home)
    };
    told.unwrap_or_else(|| cache().unwrap_or_default().join(env!("CARGO_PKG_NAME")))
}

fn fix(package: &str) -> String {
    let folder = package.replace('@', "-");
    format!(
        "the dictionary is not there: run `cargo xtask test --only native` once, which fetches it, or \
         `npm install --prefix FOLDER/{folder} {package}` and set {PLACE} to FOLDER"
    )
}

#[test]
fn the_dictionaries_are_read_right() {
    let known = |code: &str, good: &[&str], bad: &[&str]| {
        let tongue = super::tongues().iter().find(|tongue| tongue.facts.code == code).expect("a language");
        for word in good {
            assert!(tongue.speller.knows(word), "{code}: {word}");
        }
        for word in bad {
            assert!(!tongue.speller.knows(word), "{code}: {word}");
        }
    };
    known(
        "bg",
        &["къща", "къщите", "Матката", "най-много", "работещите", "ѝ"],
        &["къшта", "маткта", "най-мнго", "house"],
    );
    known("en", &["labour", "Colours", "cell’s", "oestrogen"], &["labor", "colour’d’s", "estrogen", "teh", "къща"]);
}
