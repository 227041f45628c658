//! Documents as PDFs, drawn where that holds up no request.

use documents::Document;
use services::{Error, Result};
use tokio::sync::Semaphore;

/// How many are drawn at once: each takes a core and some memory for a while. The others wait, within the time that
/// a page may take.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The document as a file.
///
/// # Errors
/// Fails where the typesetter does.
pub async fn pdf(document: Document) -> Result<Vec<u8>> {
    let turn = AT_ONCE.acquire().await.map_err(|e| Error::fault("waiting to draw", e))?;
    let drawn = tokio::task::spawn_blocking(move || {
        // Kept to the end, even where nobody waits for the file any more.
        let _turn = turn;
        documents::pdf(&document)
    });
    let drawn = drawn.await.map_err(|e| Error::fault("drawing a document", e))?;
    drawn.map_err(|e| Error::fault("drawing a document", e))
}
