//! What a browser without scripts shows: parsed HTML, asked as a reader would.

use http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// An answer of the server.
#[derive(Clone, Debug)]
pub struct Page {
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub location: Option<String>,
    pub html: String,
}

impl Page {
    fn parsed(&self) -> Html {
        Html::parse_document(&self.html)
    }

    /// The text of every element that a selector finds, white space folded.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        self.parsed().select(&selector).map(text).collect()
    }

    /// The text of the first element that a selector finds.
    ///
    /// # Panics
    /// When it finds none, with the page.
    pub fn text(&self, selector: &str) -> String {
        let found = self.all(selector).into_iter().next();
        found.unwrap_or_else(|| {
            panic!("no {selector} on {} ({}):\n{}", self.path, self.status, self.words())
        })
    }

    /// Everything a reader reads.
    pub fn words(&self) -> String {
        self.all("body").join(" ")
    }

    pub fn says(&self, words: &str) -> bool {
        self.words().contains(words)
    }

    /// The addresses of every link whose text holds these words.
    pub fn links(&self, words: &str) -> Vec<String> {
        let selector = Selector::parse("a[href]").expect("a selector");
        let document = self.parsed();
        let links = document.select(&selector).filter(|link| text(*link).contains(words));
        links.filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    }

    /// The fields of the form that calls a server function, as they stand in the page: what a browser would send.
    ///
    /// # Panics
    /// When the page has no such form.
    pub fn form(&self, function: &str) -> Vec<(String, String)> {
        let document = self.parsed();
        let forms = Selector::parse("form").expect("a selector");
        let calls = |form: &ElementRef| {
            let hidden = Selector::parse("input[name=form]").expect("a selector");
            form.select(&hidden).any(|input| {
                let name = input.attr("value").unwrap_or_default();
                name == function || name.split_once('-').is_some_and(|(f, _)| f == function)
            })
        };
        let form = document.select(&forms).find(calls);
        let form = form.unwrap_or_else(|| {
            panic!("no form {function} on {} ({}):\n{}", self.path, self.status, self.words())
        });
        fields(form)
    }
}

fn fields(form: ElementRef) -> Vec<(String, String)> {
    let all = Selector::parse("input[name], textarea[name], select[name]").expect("a selector");
    form.select(&all)
        .filter_map(|field| {
            let name = field.attr("name")?.to_owned();
            let value = match field.value().name() {
                "textarea" => text(field),
                "select" => chosen(field)?,
                _ => match field.attr("type") {
                    Some("radio" | "checkbox") if field.attr("checked").is_none() => return None,
                    _ => field.attr("value").unwrap_or_default().to_owned(),
                },
            };
            Some((name, value))
        })
        .collect()
}

fn chosen(select: ElementRef) -> Option<String> {
    let options = Selector::parse("option").expect("a selector");
    let selected = select.select(&options).find(|option| option.attr("selected").is_some());
    let option = selected.or_else(|| select.select(&options).next())?;
    Some(option.attr("value").unwrap_or_default().to_owned())
}

fn text(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
