package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ar.com.hjg.pngj.PngReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PngFileTest {
    private final Path folder;

    PngFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsPixelsAndMetadata() throws IOException {
        WritableImage image = new WritableImage(3, 2);
        image.getPixelWriter().setColor(2, 1, Color.web("#F5A83D"));
        Path file = folder.resolve("a/b.png");

        PngFile.write(image, Map.of("Window", "5 m · resting depth"), file);

        Image read = new Image(file.toUri().toString());
        assertThat(read.getPixelReader().getColor(2, 1)).isEqualTo(Color.web("#F5A83D"));
        assertThat(metadata(file, "Window")).isEqualTo("5 m · resting depth");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void saysWhichFileItCouldNotWriteAndWhy() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> PngFile.write(new WritableImage(1, 1), Map.of(), notAFolder.resolve("x.png")))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + notAFolder.resolve("x.png") + ": " + notAFolder + " is not a folder");
    }

    @Test
    void leavesAFolderOfThatNameAlone() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("shots"));

        assertThatThrownBy(() -> PngFile.write(new WritableImage(1, 1), Map.of(), empty))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + empty + ": it is a folder");
        assertThat(empty).isEmptyDirectory();
    }

    static String metadata(Path file, String key) {
        PngReader reader = new PngReader(file.toFile());
        reader.readSkippingAllRows();
        String text = reader.getMetadata().getTxtForKey(key);
        reader.end();
        return text;
    }
}
