//! Where a site will be.

use std::fmt;

use crate::error::{Error, Result};

/// The address of a folder on the web, ending in a slash: what links elsewhere need to be whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Takes an address that was given.
    ///
    /// # Errors
    /// When it is not the address of a folder on the web.
    pub fn parse(address: &str) -> Result<Self> {
        if is_folder(address) {
            Ok(Self(address.to_owned()))
        } else {
            Err(Error::Address { address: address.to_owned() })
        }
    }

    /// The address as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_folder(address: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        rest.ends_with('/')
            && !rest.starts_with('/')
            && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>?#\\".contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn only_the_address_of_a_folder_is_taken() {
        for address in ["https://a.example/", "http://127.0.0.1:8080/some/folder/"] {
            assert_eq!(Address::parse(address).unwrap().as_str(), address);
        }
        for address in [
            "",
            "a.example/",
            "ftp://a.example/",
            "https:///",
            "https://a.example",
            "https://a.example/index.html",
            "https://a.example/?a/",
            "https://a.example/#/",
            "https://a.example/ /",
            "https://a.example/\"/",
            "https://a.example/é/",
        ] {
            let error = Address::parse(address).unwrap_err().to_string();
            assert!(error.contains("with a slash at its end"), "{error}");
        }
    }
}
