//! A file read as a passport: in the one format there is, and whether the key it carries signed all of it.

use super::canonical::statement;
use super::seal::{digest, has_signed};
use domain::passport::{Format, LARGEST, Passport};
use serde_json::Value;

/// A passport as it was read. Without [`Read::intact`] nothing in it can be relied on, not even its issuer.
#[derive(Clone, Debug)]
pub struct Read {
    pub passport: Passport,
    /// Whether the key in it signed all of it.
    pub intact: bool,
    /// Of what was signed, in base64url: the same for the same passport however its file was formatted.
    pub digest: String,
}

const NOT_ONE: &str = "This is not an Esteem passport, or it was changed so that it can no longer be read. Choose the file \
                       as it was downloaded, with a name that ends in .json";

/// Pages of a PDF can be changed without its attachment, so what it shows would not be what was checked.
const OF_PDF: &str = "This is the PDF, whose pages nobody can check. Open its attachments, save passport.json and choose that; or ask its \
                      owner for the signed file alone";

/// Reads a file. No address in it is opened.
///
/// # Errors
/// Returns the message for the field: what the file is, and what to choose instead.
pub fn read(file: &[u8]) -> Result<Read, String> {
    if file.len() > LARGEST {
        return Err(too_large());
    }
    let text = text_of(file)?;
    let value: Value = serde_json::from_str(text).map_err(|_| NOT_ONE.to_owned())?;
    known_format(&value)?;
    // From the text once more: in a value, a name that stood twice stands once.
    let passport: Passport = serde_json::from_str(text).map_err(|_| NOT_ONE.to_owned())?;
    let statement = statement(value).ok_or(NOT_ONE)?;
    let intact = has_signed(&passport.key, &statement, &passport.signature);
    Ok(Read { intact, digest: digest(&statement), passport })
}

/// What is said of a file that is not read for its size.
pub fn too_large() -> String {
    format!("The file is larger than {} MB, so it is not a passport", LARGEST / 1024 / 1024)
}

fn text_of(file: &[u8]) -> Result<&str, String> {
    // What programs of Windows write at the beginning, which stands for nothing.
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    if file.trim_ascii().is_empty() {
        return Err("The file is empty. Choose the file as it was downloaded".to_owned());
    }
    if file.starts_with(b"%PDF") {
        return Err(OF_PDF.to_owned());
    }
    std::str::from_utf8(file).map_err(|_| {
        "The file is not text in UTF-8, as every passport is. Choose the file as it was downloaded, not one that another \
         program saved"
            .to_owned()
    })
}

fn known_format(value: &Value) -> Result<(), String> {
    let format = value.get("format").and_then(Value::as_str).unwrap_or_default();
    match format.parse::<Format>() {
        Ok(_) => Ok(()),
        Err(_) if format.starts_with("esteem-passport/") => Err(
            "The passport is written in a format that this Esteem does not know. Check it where it was issued".to_owned(),
        ),
        Err(_) => Err(NOT_ONE.to_owned()),
    }
}

#[cfg(test)]
mod tests;
