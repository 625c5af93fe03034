//! Portal library.
