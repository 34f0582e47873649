//! A mail server and a gateway on this machine that keep every byte they are sent.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use web::send::{BODY, Gateway, Smtp};

/// What a server says to the next messages, the first first; nothing more to say means that it takes them.
type Says = Arc<Mutex<VecDeque<&'static str>>>;

/// A mail server.
#[derive(Clone)]
pub struct MailSink {
    /// Everything each client said, from its first word.
    said: Arc<Mutex<Vec<String>>>,
    answers: Says,
    port: u16,
}

impl MailSink {
    /// Opens it.
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("the sink works");
        let sink = Self {
            said: Arc::default(),
            answers: Arc::default(),
            port: listener.local_addr().expect("the sink works").port(),
        };
        let here = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(here.clone().talk(stream));
            }
        });
        sink
    }

    /// Sends through it.
    pub fn smtp(&self) -> Smtp {
        Smtp::new(
            &format!("smtp://127.0.0.1:{}", self.port),
            "no-reply@susd.example",
            None,
        )
        .expect("the sink works")
    }

    /// What it says to the address of the next message: a refusal, or `"hang up"`.
    pub fn says(&self, answer: &'static str) {
        self.answers.lock().expect("the sink works").push_back(answer);
    }

    /// The messages it took, each with its envelope, as they came.
    pub fn taken(&self) -> Vec<String> {
        let said = self.said.lock().expect("the sink works");
        said.iter().filter(|all| all.contains("\r\n.\r\n")).cloned().collect()
    }

    async fn talk(self, stream: TcpStream) {
        let (read, mut write) = stream.into_split();
        let mut read = BufReader::new(read);
        let mut all = String::new();
        write.write_all(b"220 sink\r\n").await.expect("the sink works");
        loop {
            let mut line = Vec::new();
            if read.read_until(b'\n', &mut line).await.unwrap_or(0) == 0 {
                break;
            }
            let line = String::from_utf8(line).expect("what leaves is ASCII or UTF-8");
            all.push_str(&line);
            let answer = match line.split([' ', '\r']).next().expect("the sink works") {
                "EHLO" => "250 sink".to_owned(),
                "RCPT" => match self.answers.lock().expect("the sink works").pop_front() {
                    Some("hang up") => break,
                    Some(answer) => answer.to_owned(),
                    None => "250 ok".to_owned(),
                },
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await.expect("the sink works");
                    while !all.ends_with("\r\n.\r\n") {
                        let mut line = String::new();
                        if read.read_line(&mut line).await.unwrap_or(0) == 0 {
                            return;
                        }
                        all.push_str(&line);
                    }
                    self.said.lock().expect("the sink works").push(all.clone());
                    all.clear();
                    "250 taken".to_owned()
                }
                "QUIT" => "221 bye".to_owned(),
                _ => "250 ok".to_owned(),
            };
            if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                break;
            }
        }
    }
}

/// The head and the decoded text of a message.
pub fn read(message: &str) -> (String, String) {
    let (head, body) = message.split_once("\r\n\r\n").expect("a head and a body");
    let body = body.trim_end_matches("\r\n.\r\n").replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.as_str();
    while let Some((before, after)) = rest.split_once('=') {
        bytes.extend(before.as_bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).expect("the sink works"));
        rest = &after[2..];
    }
    bytes.extend(rest.as_bytes());
    (
        head.to_owned(),
        String::from_utf8(bytes).expect("the sink works").replace("\r\n", "\n"),
    )
}

/// A gateway for text messages.
#[derive(Clone)]
pub struct GatewaySink {
    said: Arc<Mutex<Vec<String>>>,
    answers: Says,
    port: u16,
}

impl GatewaySink {
    /// Opens it.
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("the sink works");
        let sink = Self {
            said: Arc::default(),
            answers: Arc::default(),
            port: listener.local_addr().expect("the sink works").port(),
        };
        let here = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(here.clone().talk(stream));
            }
        });
        sink
    }

    /// Sends through it.
    pub fn gateway(&self) -> Gateway {
        let url = format!("http://127.0.0.1:{}/v1/send?dry=0", self.port);
        Gateway::new(&url, BODY, "Susd", Some("quoxtoken")).expect("the sink works")
    }

    /// Its port on this machine.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// How it answers the next message.
    pub fn says(&self, answer: &'static str) {
        self.answers.lock().expect("the sink works").push_back(answer);
    }

    /// Everything it was sent, one request after the other.
    pub fn taken(&self) -> Vec<String> {
        self.said.lock().expect("the sink works").clone()
    }

    async fn talk(self, mut stream: TcpStream) {
        let mut all = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let n = stream.read(&mut piece).await.unwrap_or(0);
            if n == 0 {
                break;
            }
            all.extend(&piece[..n]);
            let text = String::from_utf8_lossy(&all).into_owned();
            let Some((head, body)) = text.split_once("\r\n\r\n") else {
                continue;
            };
            let length = head.lines().find_map(|line| {
                line.to_lowercase()
                    .strip_prefix("content-length: ")?
                    .parse::<usize>()
                    .ok()
            });
            if body.len() < length.unwrap_or(0) {
                continue;
            }
            self.said.lock().expect("the sink works").push(text);
            let answer = self
                .answers
                .lock()
                .expect("the sink works")
                .pop_front()
                .unwrap_or("202 Accepted");
            let answer = format!("HTTP/1.1 {answer}\r\ncontent-length: 2\r\n\r\nok");
            // Whoever has read the status may have gone.
            let _ = stream.write_all(answer.as_bytes()).await;
            break;
        }
    }
}
