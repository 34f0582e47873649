//! HTTP as far as a drill needs it: one request after another over a connection that is kept.
//!
//! A server that is killed in the middle is what a drill is about, so every answer is either whole or an error.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// The longest any answer may take before the connection counts as lost.
const WAIT_MAX: Duration = Duration::from_secs(30);

/// The largest answer that is read, in bytes; nothing a drill asks for comes near it.
const BODY_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// The path and query.
    pub path: &'a str,
    /// Headers besides the host and the length.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body; empty for none.
    pub body: &'a str,
}

/// What came back, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, their names in small letters.
    headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// The first header of this name, which is written in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// A connection to a server on this machine.
#[derive(Debug)]
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Connects to the port.
    ///
    /// # Errors
    ///
    /// Nobody listens there.
    pub fn open(port: u16) -> io::Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let stream = TcpStream::connect_timeout(&address, WAIT_MAX)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(WAIT_MAX))?;
        stream.set_write_timeout(Some(WAIT_MAX))?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    ///
    /// The connection ended before the answer was whole, or what came is not HTTP.
    pub fn send(&mut self, request: &Request) -> io::Result<Answer> {
        self.0.get_mut().write_all(written(request).as_bytes())?;
        read(&mut self.0)
    }
}

/// A request as it goes over the line.
fn written(request: &Request) -> String {
    let Request {
        method,
        path,
        headers,
        body,
    } = request;
    let mut text = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n",
        body.len()
    );
    for (name, value) in *headers {
        // Writing to a String cannot fail.
        let _ = write!(text, "{name}: {value}\r\n");
    }
    text.push_str("\r\n");
    text.push_str(body);
    text
}

/// Reads one answer to its end.
fn read(from: &mut impl BufRead) -> io::Result<Answer> {
    let first = line(from)?;
    let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| odd("the first line has no status"))?;
    let mut headers = Vec::new();
    loop {
        let line = line(from)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| odd("a header has no colon"))?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut answer = Answer {
        status,
        headers,
        body: String::new(),
    };
    let body = match answer.header("content-length") {
        Some(length) => exactly(from, length.parse().map_err(|_| odd("the length is no number"))?)?,
        None if answer.header("transfer-encoding") == Some("chunked") => chunks(from)?,
        None => Vec::new(),
    };
    answer.body = String::from_utf8(body).map_err(|_| odd("the body is not UTF-8"))?;
    Ok(answer)
}

fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    from.take(64 * 1024).read_line(&mut line)?;
    match line.strip_suffix("\r\n") {
        Some(line) => Ok(line.to_owned()),
        None => Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            "the connection ended in the middle of an answer",
        )),
    }
}

fn exactly(from: &mut impl BufRead, length: u64) -> io::Result<Vec<u8>> {
    if BODY_BYTES_MAX < length {
        return Err(odd("the answer is too large"));
    }
    let mut body = Vec::new();
    from.take(length).read_to_end(&mut body)?;
    if body.len() as u64 == length {
        Ok(body)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn chunks(from: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = line(from)?;
        let size = size.split(';').next().unwrap_or_default();
        let size = u64::from_str_radix(size, 16).map_err(|_| odd("a chunk has no size"))?;
        if BODY_BYTES_MAX < size + body.len() as u64 {
            return Err(odd("the answer is too large"));
        }
        body.extend(exactly(from, size)?);
        line(from)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

fn odd(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_whole_and_the_next_one_after_it() {
        let mut sent = &b"HTTP/1.1 201 Created\r\nLocation: /a\r\nContent-Length: 2\r\n\r\n{}\
                          HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n"[..];
        let first = read(&mut sent).unwrap();
        assert_eq!(
            (first.status, first.header("location"), first.body.as_str()),
            (201, Some("/a"), "{}")
        );
        let second = read(&mut sent).unwrap();
        assert_eq!((second.status, second.body.as_str()), (200, "abcde"));
        assert!(sent.is_empty());
    }

    #[test]
    fn an_answer_cut_off_anywhere_is_no_answer() {
        let whole = b"HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello";
        for cut in 0..whole.len() {
            assert!(read(&mut &whole[..cut]).is_err(), "cut after {cut} bytes");
        }
        assert!(read(&mut &whole[..]).is_ok());
    }

    #[test]
    fn a_request_says_its_length_and_its_headers() {
        let request = Request {
            method: "POST",
            path: "/x",
            headers: &[("authorization", "Bearer t")],
            body: "{}",
        };
        let expected = "POST /x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\nauthorization: Bearer t\r\n\r\n{}";
        assert_eq!(written(&request), expected);
    }
}
