package dev.milliner.serve.lsp;

import dev.milliner.language.CompletionKind;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SymbolKind;

/** What things are, as far as the protocol's words for programs go. */
final class Kinds {
    private Kinds() {}

    static CompletionItemKind ofItem(CompletionKind kind) {
        return switch (kind) {
            case KEY, TAG, ATTRIBUTE -> CompletionItemKind.Property;
            case TABLE, SECTION, ELEMENT -> CompletionItemKind.Struct;
            case WORD -> CompletionItemKind.EnumMember;
            case COMPONENT, PACKAGE, IMAGE, DISTRO -> CompletionItemKind.Module;
            case COMPONENT_GROUP, PACKAGE_GROUP, REPOSITORY_SET, TEST_SUITE -> CompletionItemKind.Class;
            case VERSION, VALUE -> CompletionItemKind.Value;
            case REPOSITORY, CHANNEL, PROFILE -> CompletionItemKind.Reference;
            case TEMPLATE -> CompletionItemKind.Interface;
            case MACRO -> CompletionItemKind.Function;
            case FILE, GLOB -> CompletionItemKind.File;
            case FOLDER -> CompletionItemKind.Folder;
            case SNIPPET -> CompletionItemKind.Snippet;
        };
    }

    static SymbolKind ofSymbol(CompletionKind kind) {
        return switch (kind) {
            case KEY, TAG, ATTRIBUTE -> SymbolKind.Property;
            case TABLE, SECTION, ELEMENT, SNIPPET -> SymbolKind.Struct;
            case WORD -> SymbolKind.EnumMember;
            case COMPONENT, IMAGE, DISTRO -> SymbolKind.Module;
            case PACKAGE -> SymbolKind.Package;
            case COMPONENT_GROUP, PACKAGE_GROUP, REPOSITORY_SET, TEST_SUITE -> SymbolKind.Class;
            case VERSION, VALUE -> SymbolKind.Constant;
            case REPOSITORY, CHANNEL, PROFILE -> SymbolKind.Namespace;
            case TEMPLATE -> SymbolKind.Interface;
            case MACRO -> SymbolKind.Function;
            case FILE, FOLDER, GLOB -> SymbolKind.File;
        };
    }
}
