//! The species in whom something was looked for, as small silhouettes beside their names.

use yew::prelude::*;

use crate::model::{FigureRef, Species};

/// A species by silhouette and name.
pub fn named(figure: &FigureRef, species: Species) -> Html {
    html! {
        <span class="species">
            <svg class="species-glyph" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
                <path d={silhouette(species)} />
            </svg>
            {figure.pack.word(species.word()).to_owned()}
        </span>
    }
}

/// An outline that is filled; what turns the other way, as an eye does, stays empty.
fn silhouette(species: Species) -> &'static str {
    match species {
        // A head on shoulders.
        Species::Human => {
            "M7.4 6.6a4.6 4.6 0 0 1 9.2 0a4.6 4.6 0 0 1-9.2 0ZM3 22C3 15.5 6.5 12.8 12 12.8S21 15.5 21 22Z"
        }
        // A large round ear, a thin tail that curls.
        Species::Mouse => {
            "M5 20C3.5 14.5 7 10 12 10C13 10 14 10.2 15 10.6C18.5 11.5 21 14.2 23.2 17.3C23.7 18.1 23.3 18.8 22.4 19C20.8 19.4 19 20 17 20Z\
            M9.9 8.4a3.9 3.9 0 0 1 7.8 0a3.9 3.9 0 0 1-7.8 0Z\
            M6 20C1.5 19.8-.2 15.5 2 12.5C2.6 11.6 2.4 10.2 1 9.4C3.2 9.8 4.3 11.5 3.3 13.2C1.8 15.8 3 18.3 7 18.3Z\
            M18.2 14.9a1 1 0 0 0 2 0a1 1 0 0 0-2 0Z"
        }
        // Long and low on its feet, a small ear, a thick tail.
        Species::Rat => {
            "M6.5 18.8C4.5 13.5 7.5 10.5 12 10.5C14 10.5 15.5 10.6 17 11C20 11.6 22 14.2 23.7 16.8C24.2 17.5 23.8 18.2 23 18.4L19.2 19L19.7 20.6H16L15.5 19H11L10.8 20.6H7.3Z\
            M13.7 9.8a2.1 2.2 0 0 1 4.2 0a2.1 2.2 0 0 1-4.2 0Z\
            M8.5 19.7C3 20.3.5 17.5.2 11.5C.1 10.7 1.4 10.6 1.5 11.4C2 16 3.5 17.5 7.5 17Z\
            M18.7 14.4a.9 .9 0 0 0 1.9 0a.9 .9 0 0 0-1.9 0Z"
        }
        // Round and blunt, the ear almost in the fur, a stub of a tail.
        Species::Vole => {
            "M3 17.5C3 12 7 9 12.2 9C17.5 9 22 11.8 22.6 15.8C22.9 18.2 21 20 18 20H6C4 20 3 19 3 17.5Z\
            M13.8 9.4a1.8 1.8 0 0 1 3.6 0a1.8 1.8 0 0 1-3.6 0ZM5.5 19.6L1.2 21L.6 20L3.8 18Z\
            M17.8 13.8a1 1 0 0 0 2 0a1 1 0 0 0-2 0Z"
        }
        // No tail, a blunt head, a white saddle.
        Species::GuineaPig => {
            "M1.5 15.5C1.5 11 5 8.5 10 8.5C12 8.5 13.5 8.8 14.5 9.3C16 8 19 8.3 21 10.5C22.8 12.5 23.3 14.3 22.8 15.6C22.4 16.9 21 17.5 19 17.8V20H16.5L16 18.5H7.5L7 20H4.3L4 18.6C2.4 18.2 1.5 17.2 1.5 15.5Z\
            M7.5 10C6.8 12.5 6.8 14.7 7.4 17.1H11.6C11 14.7 11.1 12.3 11.8 9.9Z\
            M14.8 10.6C14.7 12.4 15.7 13.5 17.3 13.7C17.8 11.4 16.6 10 14.8 10.6Z\
            M19.1 12.6a.9 .9 0 0 0 1.8 0a.9 .9 0 0 0-1.8 0Z"
        }
        // A paw.
        Species::Animal => {
            "M12 12.5C15 12.5 18.5 16 18.5 19C18.5 21 17 21.8 15.3 21.4C13.5 21 10.5 21 8.7 21.4C7 21.8 5.5 21 5.5 19C5.5 16 9 12.5 12 12.5Z\
            M2.6 11a2.2 2.8 0 0 1 4.4 0a2.2 2.8 0 0 1-4.4 0ZM7 6.2a2.2 2.9 0 0 1 4.4 0a2.2 2.9 0 0 1-4.4 0Z\
            M12.6 6.2a2.2 2.9 0 0 1 4.4 0a2.2 2.9 0 0 1-4.4 0ZM17 11a2.2 2.8 0 0 1 4.4 0a2.2 2.8 0 0 1-4.4 0Z"
        }
        // Two tall ears, a round tail.
        Species::Rabbit => {
            "M2.5 15a7 5.2 0 0 1 14 0a7 5.2 0 0 1-14 0ZM13.6 11a4 3.4 0 0 1 8 0a4 3.4 0 0 1-8 0Z\
            M15 9.5C12.4 6.5 11.6 2.4 12.8 1.3C14.4.7 16.8 4.6 17.6 8.4Z\
            M17 8.4C16.6 4.8 17.6 1.2 19 1.1C20.8 1.5 20.6 5.6 19.4 8.8ZM13 13H17L16.8 18.6H18.3V20.2H13Z\
            M5 17H12V20.2H4.5ZM.6 15.2a2.1 2.1 0 0 1 4.2 0a2.1 2.1 0 0 1-4.2 0Z\
            M17.9 10.5a.9 .9 0 0 0 1.8 0a.9 .9 0 0 0-1.8 0Z"
        }
    }
}
