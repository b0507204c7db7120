//! A PDF's pages as PNG pictures.

use super::{ExportError, Renderer};

/// Draws a page, from 0, at `dpi` pixels an inch and packs it as PNG.
///
/// # Errors
/// [`ExportError::Page`] or [`ExportError::Png`].
pub fn png_page(renderer: &Renderer<'_>, page: usize, dpi: f32) -> Result<Vec<u8>, ExportError> {
    let drawn = renderer.render(page, dpi / 72.0)?;
    pack(drawn.width, drawn.height, &drawn.rgba, dpi)
        .map_err(|error| ExportError::Png(error.to_string()))
}

fn pack(width: u32, height: u32, rgba: &[u8], dpi: f32) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    // The paper is black on white: one byte a pixel says it all.
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let per_metre = (dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let gray: Vec<u8> = rgba.chunks_exact(4).filter_map(|pixel| pixel.get(1).copied()).collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&gray)?;
    writer.finish()?;
    Ok(bytes)
}
