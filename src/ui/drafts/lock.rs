//! A passphrase on the draft that a page carries: the browser's own cryptography (Web Crypto).

use js_sys::{Array, JsString, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};
use miyun::drafts::page_copy::{ITERATIONS, IV, Locked, SALT};
use wasm_bindgen_futures::JsFuture;

/// The browser's cryptography; nothing on pages that are not served securely.
fn crypto() -> Option<(Crypto, SubtleCrypto)> {
    let crypto = window().crypto().ok()?;
    let subtle = Reflect::get(&crypto, &JsValue::from_str("subtle")).ok()?;
    (!subtle.is_undefined()).then(|| (crypto, subtle.unchecked_into()))
}

/// Whether a draft can be locked here.
pub fn is_possible() -> bool {
    crypto().is_some()
}

/// Locks a text; nothing when the browser cannot.
pub async fn lock(passphrase: &str, text: &str) -> Option<Locked> {
    let (crypto, subtle) = crypto()?;
    let mut random = [0_u8; SALT + IV];
    crypto.get_random_values_with_u8_array(&mut random).ok()?;
    let (salt, iv) = random.split_at(SALT);
    let mut locked = Locked { iterations: ITERATIONS, salt: salt.to_vec(), iv: iv.to_vec(), sealed: Vec::new() };
    let key = key(&subtle, passphrase, &locked).await.ok()?;
    let text = Uint8Array::from(text.as_bytes());
    let sealed = subtle.encrypt_with_object_and_js_u8_array(&cipher(&locked), &key, &text).ok()?;
    locked.sealed = Uint8Array::new(&JsFuture::from(sealed).await.ok()?).to_vec();
    Some(locked)
}

/// Unlocks a text that is whole, see [`Locked`]; nothing when the passphrase is another.
pub async fn unlock(passphrase: &str, locked: &Locked) -> Option<String> {
    let (_, subtle) = crypto()?;
    let key = key(&subtle, passphrase, locked).await.ok()?;
    let sealed = Uint8Array::from(&locked.sealed[..]);
    let text = subtle.decrypt_with_object_and_js_u8_array(&cipher(locked), &key, &sealed).ok()?;
    String::from_utf8(Uint8Array::new(&JsFuture::from(text).await.ok()?).to_vec()).ok()
}

/// What the cipher begins with, and what it binds to the content.
fn cipher(locked: &Locked) -> AesGcmParams {
    let how = AesGcmParams::new("AES-GCM", &Uint8Array::from(&locked.iv[..]));
    how.set_additional_data(&Uint8Array::from(locked.bound().as_bytes()));
    how
}

/// The key of a passphrase. However a keyboard composes a letter, it is the same letter.
async fn key(subtle: &SubtleCrypto, passphrase: &str, locked: &Locked) -> Result<CryptoKey, JsValue> {
    let passphrase = String::from(JsString::from(passphrase).normalize("NFKC"));
    let raw = Uint8Array::from(passphrase.as_bytes());
    let uses = |uses: &[&str]| uses.iter().map(|one| JsValue::from_str(one)).collect::<Array>();
    let from = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &uses(&["deriveKey"]))?;
    let from: CryptoKey = JsFuture::from(from).await?.unchecked_into();
    let salt = Uint8Array::from(&locked.salt[..]);
    let how = Pbkdf2Params::new("PBKDF2", &JsValue::from_str("SHA-256"), locked.iterations, &salt);
    let what = AesDerivedKeyParams::new("AES-GCM", 256);
    let key = subtle.derive_key_with_object_and_object(&how, &from, &what, false, &uses(&["encrypt", "decrypt"]))?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}
