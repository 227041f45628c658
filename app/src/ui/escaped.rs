//! For the two places where leptos writes text as it stands: the title element and a textarea.

/// The text without anything that could end the element around it, or read as a character's code.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_typed_ends_its_element() {
        assert_eq!(escaped("</title><b>&lt;"), "&lt;/title>&lt;b>&amp;lt;");
    }
}
