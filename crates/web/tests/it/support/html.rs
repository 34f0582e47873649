//! Just enough reading of our own pages to fill in their forms.

/// A form as the page has it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// Where it posts to.
    pub action: String,
    /// What it would send now, in the order of the page.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The form with a field filled in; one that the page has not is sent too.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, now)) => value.clone_into(now),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// The form without a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// What a field holds now; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, value)| value)
    }
}

/// One tag with its attributes, and what follows it.
struct Tag<'h> {
    name: String,
    attributes: Vec<(String, String)>,
    rest: &'h str,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, value)| value)
    }

    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, _)| known == name)
    }
}

/// Every tag, closing ones with their stroke.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let Some(end) = end_of_tag(rest) else { break };
        let (inside, after) = (&rest[..end], &rest[end + 1..]);
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        found.push(Tag {
            name: name.to_lowercase(),
            attributes: read_attributes(attributes),
            rest: after,
        });
        rest = after;
    }
    found
}

/// Where a tag ends: at the first `>` that is not in quotes.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    rest.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '>') => Some(at),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), c) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

fn read_attributes(mut text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = text.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(text.len());
        if end == 0 {
            return found;
        }
        let name = text[..end].to_lowercase();
        text = &text[end..];
        let Some(value) = text.strip_prefix('=') else {
            found.push((name, String::new()));
            continue;
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        found.push((name, plain(value)));
        text = after;
    }
}

/// Text with its entities read.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find(';').filter(|end| *end < 9) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
        let read = match &rest[1..end] {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some('\u{a0}'),
            entity => entity
                .strip_prefix("#x")
                .and_then(|digits| number(digits, 16))
                .or_else(|| entity.strip_prefix('#').and_then(|digits| number(digits, 10))),
        };
        out.push(read.unwrap_or('&'));
        rest = &rest[if read.is_some() { end + 1 } else { 1 }..];
    }
    out + rest
}

/// What the reader sees of a piece of a page, with its spaces drawn together.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut hidden = false;
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if !hidden {
            out.push_str(&rest[..start]);
        }
        let Some(end) = end_of_tag(&rest[start + 1..]) else {
            break;
        };
        let name = rest[start + 1..]
            .split(|c: char| c.is_whitespace() || c == '>')
            .next()
            .unwrap_or_default();
        match name {
            "script" | "style" | "head" => hidden = true,
            "/script" | "/style" | "/head" => hidden = false,
            _ => out.push(' '),
        }
        rest = &rest[start + 1 + end + 1..];
    }
    plain(&(out + rest)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the first element of this name says.
pub fn inside(html: &str, name: &str) -> String {
    let found = tags(html).into_iter().find(|tag| tag.name == name);
    found.map_or_else(String::new, |tag| {
        text(tag.rest.split(&format!("</{name}>")).next().unwrap_or_default())
    })
}

/// What the element with this id says.
pub fn by_id(html: &str, id: &str) -> String {
    let found = tags(html).into_iter().find(|tag| tag.get("id") == id);
    found.map_or_else(String::new, |tag| {
        text(tag.rest.split(&format!("</{}>", tag.name)).next().unwrap_or_default())
    })
}

/// The lines of the error summary.
pub fn problems(html: &str) -> Vec<String> {
    let summary = tags(html).into_iter().find(|tag| tag.has("data-problems"));
    let Some(summary) = summary else { return Vec::new() };
    let inside = summary.rest.split("</ul>").next().unwrap_or_default();
    let lines = tags(inside).into_iter().filter(|tag| tag.name == "a");
    lines
        .map(|tag| text(tag.rest.split("</a>").next().unwrap_or_default()))
        .collect()
}

/// Every form, with what it would send as the page stands.
pub fn forms(html: &str) -> Vec<Form> {
    let mut found: Vec<Form> = Vec::new();
    let mut open = false;
    let mut list: Option<(String, Vec<(String, bool)>)> = None;
    for tag in tags(html) {
        match tag.name.as_str() {
            "form" => {
                open = true;
                found.push(Form {
                    id: tag.get("id").into(),
                    action: tag.get("action").into(),
                    fields: Vec::new(),
                });
            }
            "/form" => open = false,
            "select" => list = Some((tag.get("name").to_owned(), Vec::new())),
            "option" => {
                if let Some((_, options)) = &mut list {
                    options.push((tag.get("value").to_owned(), tag.has("selected")));
                }
            }
            "/select" => {
                let Some((name, options)) = list.take() else { continue };
                let chosen = options.iter().find(|(_, chosen)| *chosen).or(options.first());
                if let (true, Some((value, _)), Some(form)) = (open, chosen, found.last_mut()) {
                    form.fields.push((name, value.clone()));
                }
            }
            "input" | "textarea" if open && !tag.get("name").is_empty() => {
                let form = found.last_mut().expect("a form is open");
                form.fields.extend(sent(&tag));
            }
            _ => {}
        }
    }
    found
}

/// What an input or a box of many lines would send.
fn sent(tag: &Tag) -> Option<(String, String)> {
    let value = match (tag.name.as_str(), tag.get("type")) {
        ("textarea", _) => {
            let inside = tag.rest.split("</textarea>").next().unwrap_or_default();
            plain(inside.strip_prefix('\n').unwrap_or(inside))
        }
        (_, "checkbox" | "radio") if !tag.has("checked") => return None,
        (_, "checkbox" | "radio") if !tag.has("value") => "on".to_owned(),
        (_, "submit" | "button") => return None,
        _ => tag.get("value").to_owned(),
    };
    Some((tag.get("name").to_owned(), value))
}
