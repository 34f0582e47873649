//! From the texts of the message files to Rust code, or to the list of what is wrong with them.
//!
//! `read` parses one file, `weave` puts the languages side by side, `check` compares them, `emit` writes the code.

mod check;
mod emit;
mod message;
mod plural;
mod read;
mod weave;

/// The language the messages are first written in; the others are held to it.
pub const FIRST: &str = "en";

/// One message file.
pub struct Source {
    /// The language, as the name of its folder: `en`, `cy`.
    pub tag: String,
    /// The file's name without `.ftl`; every key in it begins with this word.
    pub word: String,
    /// What is in the file.
    pub text: String,
}

impl Source {
    /// The file as people would look for it.
    pub fn path(&self) -> String {
        format!("locales/{}/{}.ftl", self.tag, self.word)
    }
}

/// Makes the code of the message functions.
///
/// # Errors
/// One sentence for each fault, all of them at once.
pub fn generate(sources: &[Source]) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let files: Vec<_> = sources.iter().map(|source| read::read(source, &mut faults)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    weave::weave(files).map(|woven| emit::emit(&woven))
}
