//! A part of documents: figures in rows and columns, the greater the darker. Each is printed, so the shade says nothing by itself.

use crate::document::Cell;
use serde::Serialize;

/// How much of the whole each shade stands for, in percent.
const STEP: u32 = 20;

/// Figures by rows and columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heat {
    /// What a row is about: the head of the first column.
    pub of: &'static str,
    /// The heads of the others. They are narrow, so these are short.
    pub heads: Vec<String>,
    pub rows: Vec<HeatRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeatRow {
    pub about: Cell,
    /// As many as there are heads.
    pub cells: Vec<Shaded>,
}

/// A figure, and how dark it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shaded {
    pub text: String,
    /// A position in [`SHADES`]; `None` for what is no share, or held back.
    pub shade: Option<usize>,
}

impl Shaded {
    /// `percent` is the share that the text tells of, where it tells of one.
    pub fn new(text: impl Into<String>, percent: Option<u32>) -> Self {
        Self { text: text.into(), shade: percent.map(shade) }
    }
}

/// What lies behind a figure, and its letters.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Shade {
    fill: &'static str,
    letters: &'static str,
    /// Which shares it stands for.
    pub words: &'static str,
}

/// From the least to the most; those of the coverage pages.
pub const SHADES: [Shade; 5] = [
    Shade { fill: "#f2f7fb", letters: "#212b32", words: "under 20%" },
    Shade { fill: "#ccdff1", letters: "#212b32", words: "20% to 39%" },
    Shade { fill: "#80afdc", letters: "#212b32", words: "40% to 59%" },
    Shade { fill: "#005eb8", letters: "#ffffff", words: "60% to 79%" },
    Shade { fill: "#003087", letters: "#ffffff", words: "80% or more" },
];

fn shade(percent: u32) -> usize {
    ((percent / STEP) as usize).min(SHADES.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of WCAG 2.2, from 0 for black to 1 for white.
    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_figure_can_be_read_on_its_shade() {
        for Shade { fill, letters, .. } in SHADES {
            assert!(contrast(fill, letters) >= 4.5, "{letters} on {fill}");
        }
    }

    #[test]
    fn without_colours_more_is_darker() {
        let brightness = SHADES.map(|shade| luminance(shade.fill));
        assert!(brightness.is_sorted_by(|lighter, darker| lighter > darker), "{brightness:?}");
    }

    #[test]
    fn every_percentage_has_the_shade_its_words_say() {
        let shades = [0, 19, 20, 39, 40, 59, 60, 79, 80, 100].map(shade);
        assert_eq!(shades, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
        assert_eq!(Shaded::new("c", None).shade, None);
    }
}
