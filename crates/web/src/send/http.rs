//! One POST to a gateway: encrypted, limited in time, never sent on to another address.

use super::{TIMEOUT, Trouble};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderValue, USER_AGENT};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use url::{Position, Url};

/// What encrypts connections, believing whom this machine believes.
///
/// # Errors
/// This machine believes nobody.
pub fn encrypting() -> Result<TlsConnector, String> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err("no certificates of authorities are on this machine, so no gateway can show who it is".into());
    }
    let provider = Arc::new(crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|cause| format!("no safe connection: {cause}"))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// What is posted.
pub struct Post<'a> {
    /// Where to.
    pub url: &'a Url,
    /// The type of the body.
    pub kind: &'static str,
    /// `Bearer …`, where the gateway asks who we are.
    pub bearer: Option<&'a HeaderValue>,
    /// The body.
    pub body: String,
}

/// Posts, and gives the status of the answer. `tls` is none for a gateway on this machine itself.
///
/// # Errors
/// Nobody answered in time, or not safely.
pub async fn post(post: Post<'_>, tls: Option<&TlsConnector>) -> Result<StatusCode, Trouble> {
    tokio::time::timeout(TIMEOUT, connect_and_post(post, tls))
        .await
        .unwrap_or(Err(Trouble::NO_ANSWER))
}

async fn connect_and_post(post: Post<'_>, tls: Option<&TlsConnector>) -> Result<StatusCode, Trouble> {
    let host = post.url.host_str().ok_or(Trouble::NO_ANSWER)?.trim_matches(['[', ']']);
    let at = post.url.port_or_known_default().ok_or(Trouble::NO_ANSWER)?;
    let stream = TcpStream::connect((host, at)).await.map_err(|_| Trouble::NO_ANSWER)?;
    match tls {
        None => over(stream, post).await,
        Some(tls) => {
            let name = ServerName::try_from(host.to_owned()).map_err(|_| Trouble::NOT_SAFE)?;
            let stream = tls.connect(name, stream).await.map_err(|_| Trouble::NOT_SAFE)?;
            over(stream, post).await
        }
    }
}

async fn over(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    post: Post<'_>,
) -> Result<StatusCode, Trouble> {
    let shaken = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|_| Trouble::NO_ANSWER)?;
    let mut request = Request::post(&post.url[Position::BeforePath..Position::AfterQuery])
        .header(HOST, &post.url[Position::BeforeHost..Position::AfterPort])
        .header(CONTENT_TYPE, post.kind)
        .header(USER_AGENT, "susd");
    if let Some(bearer) = post.bearer {
        request = request.header(AUTHORIZATION, bearer);
    }
    let request = request
        .body(Full::new(Bytes::from(post.body)))
        .map_err(|_| Trouble::NO_ANSWER)?;
    // The connection is driven here and dropped with the answer: what more the gateway has to say is not read.
    let mut connection = std::pin::pin!(connection);
    let mut answer = std::pin::pin!(sender.send_request(request));
    tokio::select! {
        answered = &mut answer => answered.map(|answer| answer.status()).map_err(|_| Trouble::NO_ANSWER),
        _ = &mut connection => match answer.await {
            Ok(answer) => Ok(answer.status()),
            Err(_) => Err(Trouble::NO_ANSWER),
        },
    }
}
