use crate::susd::{susd, word};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use testkit::TempDir;

fn serve<'w>(data: &'w str, more: &[&'w str]) -> Vec<&'w str> {
    let words = [
        "serve",
        "--origin",
        "https://susd.example",
        "--port",
        "1",
        "--data",
        data,
    ];
    [&words, more].concat()
}

#[test]
fn a_secret_others_can_read_is_refused() {
    let folder = TempDir::new();
    let (data, secret) = (folder.join("data"), folder.join("password"));
    std::fs::write(&secret, "quoxword\n").unwrap();
    let mail = [
        "--smtp",
        "smtps://susd@mail.example",
        "--mail-from",
        "no-reply@susd.example",
    ];
    let text = ["--sms-gateway", "http://127.0.0.1:9/", "--sms-from", "Susd"];
    for mode in [0o640, 0o604, 0o644] {
        std::fs::set_permissions(&secret, Permissions::from_mode(mode)).unwrap();
        let with = [&mail[..], &["--smtp-password-file", word(&secret)]].concat();
        susd(&serve(word(&data), &with)).refused("others on this machine can read the secret");
        let with = [&text[..], &["--sms-token-file", word(&secret)]].concat();
        susd(&serve(word(&data), &with)).refused("others on this machine can read the secret");
    }
}

#[test]
fn what_messages_cannot_leave_by_is_refused_before_anything_begins() {
    let folder = TempDir::new();
    let data = folder.join("data");
    for (more, said) in [
        (
            &["--smtp", "mail.example", "--mail-from", "a@b.cy"][..],
            "not the address of a mail server",
        ),
        (
            &["--smtp", "smtps://mail.example", "--mail-from", "nobody"],
            "it is no address",
        ),
        (
            &["--smtp", "smtps://susd:quoxword@mail.example", "--mail-from", "a@b.cy"],
            "stands in a file of its own",
        ),
        (
            &["--sms-gateway", "http://sms.example", "--sms-from", "Susd"],
            "reached by https://",
        ),
        (
            &["--sms-gateway", "http://127.0.0.1:9", "--sms-from", "Step Up Step Down"],
            "at most 11 letters",
        ),
        (
            &[
                "--sms-gateway",
                "http://127.0.0.1:9",
                "--sms-from",
                "Susd",
                "--sms-body",
                "to={to}",
            ],
            "needs {to} and {text}",
        ),
    ] {
        susd(&serve(word(&data), more)).refused(said);
        assert!(!data.exists(), "{more:?}");
    }
}
