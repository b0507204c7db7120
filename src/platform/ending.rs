//! The end of the process as the system announces it: a signal on Unix, the end of the session on
//! Windows.

use std::io;

/// Calls this, on a thread of its own, when the system asks the program to end: `SIGTERM`, `SIGHUP`
/// and `SIGINT` on Unix. A second such signal ends it at once, so that a window that does not come
/// to its end can still be sent away.
///
/// # Errors
/// When the system does not let signals be waited for; then they end the program as they always
/// did.
#[cfg(unix)]
pub fn when_asked_to_end(then: impl Fn() + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let mut asked = false;
        for signal in signals.forever() {
            if asked {
                emulate_default_handler(signal).ok();
            }
            asked = true;
            then();
        }
    })?;
    Ok(())
}

/// On Windows the window itself is told; nothing is waited for here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn when_asked_to_end(_: impl Fn() + Send + 'static) -> io::Result<()> {
    Ok(())
}
