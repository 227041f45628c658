//! What people take along: values become tagged PDFs, which read as well aloud as they look in print, and workbooks.

mod certificate; // a certificate of attendance as a document
mod document; // the parts that a document is made of
mod fonts; // letters, and what no font has
mod heat; // figures that are shaded
mod passport; // a passport as a document
mod press; // a document as a PDF
mod returns; // a return as a workbook, and as a document
mod revalidation; // a revalidation pack as a document

pub use certificate::certificate;
pub use document::Document;
pub use passport::passport;
pub use press::{Failed, pdf};
pub use returns::{return_report, return_workbook};
pub use revalidation::revalidation;
