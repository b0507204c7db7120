//! A PDF's own pages as pixels: what the preview shows is what is printed.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use super::ExportError;

/// A page as pixels on white paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixmap {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and alpha (always 255) of each pixel, row by row from the top.
    pub rgba: Vec<u8>,
}

/// A PDF held open to be drawn page by page.
///
/// It may be sent to a worker thread and used there.
#[derive(Clone)]
pub struct Preview {
    pdf: Arc<Pdf>,
}

impl Preview {
    /// Reads a PDF; the bytes are shared, not copied.
    ///
    /// # Errors
    /// [`ExportError::Unreadable`] when the bytes are no PDF.
    pub fn open(bytes: Arc<Vec<u8>>) -> Result<Self, ExportError> {
        let pdf = Pdf::new(bytes).map_err(|_| ExportError::Unreadable)?;
        Ok(Self { pdf: Arc::new(pdf) })
    }

    /// How many pages it has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// Width and height of a page, pt.
    #[must_use]
    pub fn page_size(&self, page: usize) -> Option<(f32, f32)> {
        self.pdf.pages().get(page).map(hayro::hayro_syntax::page::Page::render_dimensions)
    }

    /// Draws a page, from 0; at scale 1 a pixel is a point (1/72 inch).
    ///
    /// # Errors
    /// [`ExportError::Page`] when there is no such page, or when it would be empty or
    /// more than 65,535 pixels wide or high.
    pub fn render(&self, page: usize, scale: f32) -> Result<Pixmap, ExportError> {
        self.renderer().render(page, scale)
    }

    /// Draws pages one after the other and keeps the glyphs in between: for a worker
    /// thread, which makes one and stays with it.
    #[must_use]
    pub fn renderer(&self) -> Renderer<'_> {
        Renderer { pdf: &self.pdf, cache: RenderCache::new() }
    }
}

/// Draws the pages of one PDF; stays on the thread that made it.
pub struct Renderer<'a> {
    pdf: &'a Pdf,
    cache: RenderCache<'a>,
}

impl Renderer<'_> {
    /// As [`Preview::render`].
    ///
    /// # Errors
    /// As [`Preview::render`].
    pub fn render(&self, page: usize, scale: f32) -> Result<Pixmap, ExportError> {
        let drawn = self.pdf.pages().get(page).ok_or(ExportError::Page(page))?;
        let (width, height) = drawn.render_dimensions();
        let fits = |length: f32| (1.0..=65_535.0).contains(&(length * scale));
        if !fits(width) || !fits(height) {
            return Err(ExportError::Page(page));
        }
        let pixmap = hayro::render(
            drawn,
            &self.cache,
            &InterpreterSettings::default(),
            // Hinting would move letters off the places they have on paper.
            &RenderSettings { hinting: false, ..RenderSettings::default() },
            &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
        );
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        // On white paper nothing shines through: premultiplied is plain.
        let rgba = pixmap.data_as_u8_slice().to_vec();
        Ok(Pixmap { width, height, rgba })
    }
}
