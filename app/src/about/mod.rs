//! What Esteem says about itself: accessibility and privacy.

mod accessibility;
mod privacy;

pub use accessibility::AccessibilityStatement;
pub use privacy::Privacy;
