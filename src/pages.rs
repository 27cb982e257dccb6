//! The screens, and what stands in a page of another site: each a file, with a folder of its parts.
//! No screen knows another.

pub(crate) mod about;
pub(crate) mod compare;
pub(crate) mod embed;
pub(crate) mod explore;
pub(crate) mod findings;
