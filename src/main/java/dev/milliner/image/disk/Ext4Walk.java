package dev.milliner.image.disk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Goes through all folders of a file system, each once. */
final class Ext4Walk {
    private static final int LONGEST = 4096;

    private final Ext4 system;
    private final Ext4.Visitor visitor;
    private final Set<Long> folders = new HashSet<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String path, Ext4Inode folder) {}

    Ext4Walk(Ext4 system, Ext4.Visitor visitor) {
        this.system = system;
        this.visitor = visitor;
    }

    void walk(Ext4Inode root) throws IOException {
        folders.add(root.number());
        steps.push(new Step("", root));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            Map<String, Long> entries;
            try {
                entries = new Ext4Folder(system, step.folder()).entries();
            } catch (IOException damaged) {
                visitor.damaged("The folder /" + step.path() + " cannot be read: " + damaged.getMessage());
                system.spend();
                continue;
            }
            for (Map.Entry<String, Long> entry : entries.entrySet()) {
                found(step.path().isEmpty() ? entry.getKey() : step.path() + "/" + entry.getKey(), entry);
            }
        }
    }

    private void found(String path, Map.Entry<String, Long> entry) throws IOException {
        if (entry.getKey().indexOf('/') >= 0 || entry.getKey().indexOf('\0') >= 0 || path.length() > LONGEST) {
            visitor.damaged(
                    "An entry of /" + path.substring(0, Math.min(path.length(), 80)) + " has no name of a file.");
            return;
        }
        Ext4Inode inode;
        try {
            inode = system.inode(entry.getValue());
        } catch (IOException damaged) {
            visitor.damaged("/" + path + " cannot be read: " + damaged.getMessage());
            return;
        }
        if (inode.kind() != Ext4Inode.FOLDER) {
            visitor.found(path, inode);
        } else if (folders.add(inode.number())) {
            visitor.found(path, inode);
            steps.push(new Step(path, inode));
        } else {
            visitor.damaged(
                    "The folder /" + path + " is also elsewhere, as no folder may be; it is not gone into again.");
        }
    }
}
