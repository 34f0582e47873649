//! x
use crate::support;
#[test]
fn look() {
    for (name, doc) in [("letter", support::letter()), ("review", support::review()), ("long", support::long(70))] {
        let t = std::time::Instant::now();
        let file = reports::pdf(&doc);
        println!("{name} {} {:?}", file.len(), t.elapsed());
        std::fs::write(format!("/tmp/look/{name}.pdf"), file).unwrap();
    }
}
