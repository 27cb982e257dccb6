//! Enums whose variants are offered as a list: the list is made with the enum, so that no variant is
//! missing from it.

/// Declares an enum without fields, and `ALL`, its variants in their order.
#[doc(hidden)]
#[macro_export]
macro_rules! listed {
    (
        $(#[$about:meta])*
        pub enum $name:ident { $($(#[$variant_about:meta])* $variant:ident,)* }
    ) => {
        $(#[$about])*
        pub enum $name { $($(#[$variant_about])* $variant,)* }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: [Self; [$(stringify!($variant)),*].len()] = [$(Self::$variant),*];
        }
    };
}
