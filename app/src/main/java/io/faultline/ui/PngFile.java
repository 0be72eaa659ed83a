package io.faultline.ui;

import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineInt;
import ar.com.hjg.pngj.PngWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Writes pictures as PNG with what they say of themselves. Any thread. */
final class PngFile {
    private PngFile() {}

    /**
     * Writes the picture whole or not at all: a file of that name is replaced.
     *
     * @throws IOException with a message for the user
     */
    static void write(Image image, Map<String, String> metadata, Path file) throws IOException {
        byte[] bytes = encode(image, metadata);
        if (Files.isDirectory(file)) {
            throw new IOException("cannot write " + file + ": it is a folder");
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Not a temporary file of the platform's making: only its owner could read the picture.
            Path half = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.write(half, bytes);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (AccessDeniedException e) {
            throw new IOException("cannot write " + file + ": no permission", e);
        } catch (FileSystemException e) {
            throw new IOException("cannot write " + file + ": " + words(e), e);
        }
    }

    private static String words(FileSystemException e) {
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + " is not a folder";
        }
        return e.getReason() == null ? "no such folder" : e.getReason();
    }

    private static byte[] encode(Image image, Map<String, String> metadata) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        PngWriter writer = new PngWriter(out, new ImageInfo(width, height, 8, false));
        metadata.forEach((key, value) -> writer.getMetadata().setText(key, value, false, false));
        int[] argb = new int[width];
        int[] rgb = new int[width * 3];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), argb, 0, width);
            for (int x = 0; x < width; x++) {
                rgb[3 * x] = argb[x] >> 16 & 0xff;
                rgb[3 * x + 1] = argb[x] >> 8 & 0xff;
                rgb[3 * x + 2] = argb[x] & 0xff;
            }
            writer.writeRow(new ImageLineInt(writer.imgInfo, rgb));
        }
        writer.end();
        return out.toByteArray();
    }
}
