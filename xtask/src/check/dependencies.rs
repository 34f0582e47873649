//! Which crate may use which: the four absences that hold the workspace together.
//!
//! Only what a crate asks for itself is looked at, for running and for building; tests may use what they like.

use serde_json::Value;

use super::Finding;

/// A crate of ours and the crates of ours that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("words", &[]),
    ("seal", &[]),
    ("matching", &["domain"]),
    ("forecast", &["domain"]),
    ("evaluation", &["domain"]),
    ("reports", &["words", "evaluation", "forecast", "matching", "domain"]),
    ("store", &["seal", "domain"]),
    (
        "web",
        &[
            "store",
            "reports",
            "words",
            "seal",
            "evaluation",
            "forecast",
            "matching",
            "domain",
        ],
    ),
    (
        "cli",
        &[
            "web",
            "store",
            "reports",
            "words",
            "seal",
            "evaluation",
            "forecast",
            "matching",
            "domain",
        ],
    ),
    ("testkit", &["web", "store", "words", "seal", "domain"]),
    ("xtask", &["testkit", "store", "reports", "words", "seal", "domain"]),
];

/// A pure crate and all it may use from others: nothing with IO, a clock or randomness of its own, and a wire format only
/// where writing files is what the crate is for.
const PURE: &[(&str, &[&str])] = &[
    ("domain", &["jiff", "uuid", "thiserror"]),
    ("matching", &["jiff"]),
    (
        "reports",
        &[
            "jiff",
            "thiserror",
            "csv",
            "zip",
            "typst",
            "typst-layout",
            "typst-pdf",
            "unicode-normalization",
        ],
    ),
];

/// Crates of others that only one of ours may use, and why.
const KEPT: &[(&str, &[&str], &str)] = &[
    (
        "store",
        &[
            "rusqlite",
            "libsqlite3-sys",
            "tokio-postgres",
            "deadpool-postgres",
            "postgres",
            "sqlx",
        ],
        "SQL",
    ),
    (
        "web",
        &[
            "axum",
            "askama",
            "hyper",
            "tower",
            "tower-http",
            "utoipa",
            "webauthn-rs",
        ],
        "HTTP and HTML",
    ),
    (
        "words",
        &["fluent-syntax", "fluent-bundle", "icu_plurals", "icu_collator"],
        "sentences people read",
    ),
    ("seal", &["aws-lc-rs", "ring", "aes-gcm-siv"], "keys"),
    (
        "reports",
        &["typst", "typst-layout", "typst-pdf", "zip"],
        "how papers and workbooks are made",
    ),
];

/// Everything in the answer of `cargo metadata` that breaks a rule.
pub fn broken(metadata: &Value) -> Vec<Finding> {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let ours: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    if ours.is_empty() {
        return vec![Finding::new("cargo metadata", "names no crate")];
    }
    packages.iter().flat_map(|package| broken_by(package, &ours)).collect()
}

fn broken_by(package: &Value, ours: &[&str]) -> Vec<Finding> {
    let name = package["name"].as_str().unwrap_or("a crate without a name");
    let Some((_, may_use)) = MAY_USE.iter().find(|(known, _)| *known == name) else {
        return vec![Finding::new(name, "say in this check which crates of ours it may use")];
    };
    let asked = package["dependencies"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let used = asked.iter().filter(|dependency| dependency["kind"] != "dev");
    used.filter_map(|dependency| dependency["name"].as_str())
        .filter_map(|used| {
            let wrong = if ours.contains(&used) {
                (!may_use.contains(&used)).then(|| format!("may not use {used}: the arrow points the other way"))
            } else {
                forbidden(name, used)
            };
            Some(Finding::new(name, wrong?))
        })
        .collect()
}

/// Why `name` may not use the crate `used` of others, if it may not.
fn forbidden(name: &str, used: &str) -> Option<String> {
    if let Some((_, allowed)) = PURE.iter().find(|(pure, _)| *pure == name)
        && !allowed.contains(&used)
    {
        return Some(format!("is pure and may not use {used}"));
    }
    let (keeper, _, what) = KEPT.iter().find(|(_, kept, _)| kept.contains(&used))?;
    // The bench's floor is a server and a database of its own; it ships nowhere.
    (*keeper != name && name != "xtask").then(|| format!("may not use {used}: only {keeper} knows {what}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The workspace with one more thing that `name` asks for.
    fn with(name: &str, used: &str, kind: Option<&str>) -> Value {
        let asked = |package: &str| {
            let asks = if package == name {
                vec![json!({"name": used, "kind": kind})]
            } else {
                vec![]
            };
            json!({"name": package, "dependencies": asks})
        };
        let names: Vec<&str> = MAY_USE.iter().map(|(known, _)| *known).collect();
        json!({"packages": names.into_iter().map(asked).collect::<Vec<_>>()})
    }

    #[test]
    fn an_arrow_that_points_back_is_found() {
        let back = [
            ("domain", "store"),
            ("store", "words"),
            ("store", "reports"),
            ("store", "web"),
            ("words", "domain"),
            ("web", "cli"),
            ("seal", "domain"),
            ("reports", "store"),
            ("cli", "xtask"),
            ("web", "testkit"),
        ];
        for (name, used) in back {
            assert_eq!(broken(&with(name, used, None)).len(), 1, "{name} uses {used}");
        }
        assert_eq!(broken(&with("cli", "web", None)), []);
    }

    #[test]
    fn a_pure_crate_that_reaches_out_is_found() {
        for used in ["tokio", "serde", "rand", "rusqlite", "axum", "tracing", "anyhow"] {
            assert_eq!(broken(&with("domain", used, None)).len(), 1, "{used}");
        }
        for used in ["tokio", "rusqlite", "tempfile", "rand", "rust_xlsxwriter"] {
            assert_eq!(broken(&with("reports", used, None)).len(), 1, "{used}");
        }
        assert_eq!(broken(&with("domain", "jiff", None)), []);
        assert_eq!(broken(&with("reports", "typst", None)), []);
    }

    #[test]
    fn sql_http_and_layout_outside_their_rooms_are_found() {
        let wrong = [
            ("web", "rusqlite"),
            ("cli", "tokio-postgres"),
            ("cli", "axum"),
            ("store", "askama"),
            ("web", "aws-lc-rs"),
            ("web", "typst"),
        ];
        for (name, used) in wrong {
            assert_eq!(broken(&with(name, used, None)).len(), 1, "{name} uses {used}");
            assert_eq!(
                broken(&with(name, used, Some("build"))).len(),
                1,
                "{name} builds with {used}"
            );
            assert_eq!(broken(&with(name, used, Some("dev"))), [], "{name} tests with {used}");
        }
    }

    #[test]
    fn a_crate_nobody_has_placed_is_found() {
        let metadata = json!({"packages": [{"name": "billing", "dependencies": []}]});
        assert_eq!(broken(&metadata).len(), 1);
        assert_eq!(broken(&json!({})).len(), 1);
    }
}
