//! What people take along on paper: values become tagged PDFs, which read as well aloud as they look in print.

mod certificate; // a certificate of attendance as a document
mod document; // the parts that a document is made of
mod fonts; // letters, and what no font has
mod passport; // a passport as a document
mod press; // a document as a PDF
mod revalidation; // a revalidation pack as a document

pub use certificate::certificate;
pub use document::Document;
pub use passport::passport;
pub use press::{Failed, pdf};
pub use revalidation::revalidation;
