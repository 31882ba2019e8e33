//! The interface's own words, by key. The words themselves stand in `content/words/<lang>/interface.json`.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// A word or phrase of the interface.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Word {
            $($(#[$doc])* $name,)+
        }

        impl Word {
            /// Every word, in the order in which a pack holds them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its key in `interface.json`.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                }
            }
        }
    };
}

words! {
    /// The explainer's title.
    Title = "title",
    /// Its subtitle: what a reader will find.
    Subtitle = "subtitle",
    /// Names the chapter navigation.
    Chapters = "chapters",
    /// Names the language switch.
    Languages = "languages",
    /// Heading of a chapter's summary.
    InShort = "in-short",
    /// Opens a chapter's depth.
    InDepth = "in-depth",
    /// Names and heads the glossary.
    Glossary = "glossary",
    /// Label of the glossary's search field.
    Search = "search",
    /// How many entries were found; `{count}` is the number.
    Found = "found",
    /// No entry was found.
    FoundNone = "found-none",
    /// Asks for the entries that are not shown yet; `{count}` is their number.
    MoreFound = "more-found",
    /// "Also:" before synonyms.
    Also = "also",
    /// "Latin:" before the Latin name.
    Latin = "latin",
    /// "Where:" before the chapters that use a term.
    Where = "where",
    /// "See also:" before related terms.
    SeeAlso = "see-also",
    /// Leads from a note to the full glossary.
    ToGlossary = "to-glossary",
    /// Closes a note.
    Close = "close",
    /// Heading of the bibliography.
    Sources = "sources",
    /// Heads what the explainer says of itself.
    About = "about",
    /// Before the chapters that a source supports.
    Supports = "supports",
    /// "Source" before a number, for screen readers.
    Source = "source",
    /// The editors saw the abstract.
    SeenAbstract = "seen-abstract",
    /// The editors saw an excerpt.
    SeenExcerpt = "seen-excerpt",
    /// The editors saw the title only.
    SeenTitle = "seen-title",
    /// Opens a figure's long description.
    Description = "description",
    /// "Step" with `{number}` and `{count}`.
    Step = "step",
    /// Names the group of step buttons.
    Steps = "steps",
    /// To the step before.
    Back = "back",
    /// To the next step.
    Next = "next",
    /// Stops what moves by itself.
    StopMotion = "stop-motion",
    /// Lets it move again.
    StartMotion = "start-motion",
    /// Names the list of parts under a drawing.
    Parts = "parts",
    /// Invites to select a part.
    SelectPart = "select-part",
    /// Names the key of roles.
    Key = "key",
    /// Opens a chart's table.
    Table = "table",
    /// Shows this section's step in the figure.
    ShowInFigure = "show-in-figure",
    /// A claim's certainty: established.
    Established = "established",
    /// A claim's certainty: likely.
    Likely = "likely",
    /// A claim's certainty: debated.
    Debated = "debated",
    /// Found in people.
    Human = "human",
    /// Found in rats.
    Rat = "rat",
    /// Found in mice.
    Mouse = "mouse",
    /// Found in prairie voles.
    Vole = "vole",
    /// Found in guinea pigs.
    GuineaPig = "guinea-pig",
    /// Found in rabbits.
    Rabbit = "rabbit",
    /// Found in animals of several kinds.
    Animal = "animal",
    /// A popular statement holds.
    Confirmed = "confirmed",
    /// A popular statement holds in part.
    Refined = "refined",
    /// A popular statement does not hold.
    Corrected = "corrected",
    /// "Last checked against the sources:" before a date.
    Checked = "checked",
    /// Role: the hormone.
    RoleOxytocin = "role-oxytocin",
    /// Role: nerves.
    RoleNerve = "role-nerve",
    /// Role: vessels.
    RoleBlood = "role-blood",
    /// Role: muscle.
    RoleMuscle = "role-muscle",
    /// Role: receptors.
    RoleReceptor = "role-receptor",
    /// Role: steroids.
    RoleSteroid = "role-steroid",
    /// Role: calcium.
    RoleCalcium = "role-calcium",
    /// Enlarges a drawing.
    Closer = "closer",
    /// Makes a drawing smaller again.
    Farther = "farther",
    /// Names the choice of layers.
    Layers = "layers",
    /// The layer of names.
    Labels = "labels",
    /// Before the kinds of file that a figure can be kept as.
    Download = "download",
    /// Before a claim's certainty.
    HowSure = "how-sure",
    /// Before the species that a claim was found in.
    InWhom = "in-whom",
    /// A part is on its way.
    Loading = "loading",
    /// A part could not be had.
    NotLoaded = "not-loaded",
    /// Asks for it again.
    TryAgain = "try-again",
    /// The page that a site owner is sent to when only a link can be shown.
    ReadArticle = "read-article",
}
