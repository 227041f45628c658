//! A document as another program reads it, which knows nothing of how it was made.

use lopdf::{Dictionary, Object};
use std::collections::BTreeMap;

pub struct Read {
    file: lopdf::Document,
}

impl Read {
    pub fn of(document: &documents::Document) -> Self {
        let bytes = documents::pdf(document).unwrap();
        Self { file: lopdf::Document::load_mem(&bytes).unwrap() }
    }

    /// The words of each page; lines are joined, so that a sentence is found wherever it was broken.
    pub fn pages(&self) -> Vec<String> {
        let pages = self.file.get_pages();
        let text = |number: &u32| self.file.extract_text(&[*number]).unwrap();
        let joined = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        pages.keys().map(|number| joined(text(number))).collect()
    }

    pub fn text(&self) -> String {
        self.pages().join(" ")
    }

    pub fn catalog(&self) -> &Dictionary {
        self.file.catalog().unwrap()
    }

    fn followed<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.file.dereference(object).unwrap().1
    }

    /// A value of a dictionary in the catalog, as text.
    pub fn says(&self, dictionary: &str, key: &str) -> String {
        let found = self.followed(self.catalog().get(dictionary.as_bytes()).unwrap());
        self.spoken(found.as_dict().unwrap().get(key.as_bytes()).unwrap())
    }

    pub fn spoken(&self, object: &Object) -> String {
        match self.followed(object) {
            Object::Boolean(value) => value.to_string(),
            Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
            text => lopdf::decode_text_string(text).unwrap(),
        }
    }

    pub fn title(&self) -> String {
        let about = self.followed(self.file.trailer.get(b"Info").unwrap());
        self.spoken(about.as_dict().unwrap().get(b"Title").unwrap())
    }

    /// What the file says of itself, the standards that it keeps among it.
    pub fn properties(&self) -> String {
        let about = self.followed(self.catalog().get(b"Metadata").unwrap()).as_stream().unwrap();
        String::from_utf8(about.content.clone()).unwrap()
    }

    /// How often each tag stands in the tree that a screen reader walks.
    pub fn tags(&self) -> BTreeMap<String, usize> {
        let mut counted = BTreeMap::new();
        self.walk(self.catalog().get(b"StructTreeRoot").unwrap(), &mut counted);
        counted
    }

    fn walk(&self, object: &Object, counted: &mut BTreeMap<String, usize>) {
        match self.followed(object) {
            Object::Array(all) => all.iter().for_each(|one| self.walk(one, counted)),
            Object::Dictionary(element) => {
                if let Ok(tag) = element.get(b"S") {
                    *counted.entry(self.spoken(tag)).or_default() += 1;
                }
                if let Ok(beneath) = element.get(b"K") {
                    self.walk(beneath, counted);
                }
            }
            _ => {}
        }
    }

    /// The files inside, by name.
    pub fn attached(&self) -> BTreeMap<String, Vec<u8>> {
        let files = self.file.objects.values().filter_map(|object| object.as_dict().ok());
        let files = files.filter(|found| found.has_type(b"Filespec"));
        let content = |file: &Dictionary| {
            let embedded = self.followed(file.get(b"EF").unwrap()).as_dict().unwrap();
            let stream = self.followed(embedded.get(b"F").unwrap()).as_stream().unwrap();
            stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
        };
        files.map(|file| (self.spoken(file.get(b"UF").unwrap()), content(file))).collect()
    }
}
