//! A cut: the place where the program that is handed out is put into files, each fetched when it is first called.

/// `FILE: NAME(given: Type) -> Made = function` makes an async function of another, whose code lies in FILE of the page
/// that is handed out (`--cfg split`); a call waits for it. What `preload` names fetches the file without a call.
macro_rules! cut {
    ($file:ident: $name:ident($($given:ident: $type:ty),*) -> $made:ty = $function:path $(, preload($fetch:ident))?) => {
        #[cfg(split)]
        #[::leptos::wasm_split::wasm_split(
            $file, wasm_split_path = ::leptos::wasm_split, fallible $(, preload($fetch))?
        )]
        fn $name($($given: $type),*) -> Result<$made, ::leptos::wasm_split::SplitLoaderError> {
            Ok($function($($given),*))
        }
        #[cfg(not(split))]
        async fn $name($($given: $type),*) -> Result<$made, ::leptos::wasm_split::SplitLoaderError> {
            Ok($function($($given),*))
        }
        $(
            #[cfg(not(split))]
            async fn $fetch() -> Result<(), ::leptos::wasm_split::SplitLoaderError> {
                Ok(())
            }
        )?
    };
}
pub(crate) use cut;
