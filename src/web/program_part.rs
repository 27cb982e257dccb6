//! Parts of the program that are no part of its first file: each is loaded before the first of its
//! functions is called. `assets/boot/program-parts.js` fetches them, `xtask` makes them.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = findings, js_name = loadPart, catch)]
    async fn load_part(name: &str) -> Result<JsValue, JsValue>;
}

/// A part, by the screen that needs it. That of the charts comes with their library:
/// [`super::charts::Charts::load`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramPart {
    /// Every question's figure; also the one figure of an embed.
    Explore,
    /// The reader's own answers.
    Compare,
    /// Where the answers come from.
    About,
}

thread_local! {
    /// A bit for each part that has arrived. Where the program is not in parts, all are there.
    static HERE: Cell<u8> = const { Cell::new(if cfg!(target_family = "wasm") { 0 } else { !0 }) };
}

impl ProgramPart {
    /// Its name in the page and in [`in_part`].
    const fn name(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Compare => "compare",
            Self::About => "about",
        }
    }

    /// Whether its functions can be called.
    pub fn is_here(self) -> bool {
        HERE.get() & (1 << self as u8) != 0
    }

    /// Loads it, unless it is here. Afterwards [`Self::is_here`] says whether it has arrived; if not,
    /// the next call tries again.
    pub async fn load(self) {
        if !self.is_here() && load_part(self.name()).await.is_ok() {
            HERE.set(HERE.get() | 1 << self as u8);
        }
    }
}

/// Declares a function whose body, `path`, stands in the program's part `part`. It may be called once the
/// part has arrived; called before, the program ends. `number` tells apart the functions of one part.
///
/// The names are those by which the splitter finds both sides. On this machine nothing is split.
macro_rules! in_part {
    (
        $part:literal, $number:literal,
        $(#[$attribute:meta])*
        $visibility:vis fn $name:ident($($argument:ident: $type:ty),* $(,)?) $(-> $result:ty)? = $path:path;
    ) => {
        $(#[$attribute])*
        // Both sides are compiled together, so that it is all the same what C would make of the types.
        #[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)]
        $visibility fn $name($($argument: $type),*) $(-> $result)? {
            #[cfg(target_family = "wasm")]
            {
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                unsafe extern "C" {
                    #[link_name = concat!(
                        "__wasm_split_00", $part, "00_import_0000000000000000000000000000000", $number
                    )]
                    safe fn outside($($argument: $type),*) $(-> $result)?;
                }
                #[unsafe(export_name = concat!(
                    "__wasm_split_00", $part, "00_export_0000000000000000000000000000000", $number
                ))]
                extern "C" fn inside($($argument: $type),*) $(-> $result)? {
                    $path($($argument),*)
                }
                outside($($argument),*)
            }
            #[cfg(not(target_family = "wasm"))]
            $path($($argument),*)
        }
    };
}
pub(crate) use in_part;
