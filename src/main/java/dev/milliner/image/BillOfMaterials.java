package dev.milliner.image;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;

/** A plan as a CycloneDX bill of materials: each package with its licence, and what needs what. */
final class BillOfMaterials {
    private static final String IMAGE = "image";

    private BillOfMaterials() {}

    static String write(ImagePlan plan, String distro) {
        Bom bom = new Bom();
        Metadata metadata = new Metadata();
        Component image = new Component();
        image.setType(Component.Type.OPERATING_SYSTEM);
        image.setName(plan.image());
        image.setBomRef(IMAGE);
        metadata.setComponent(image);
        // Equal plans make equal bills, so no time goes in.
        metadata.setTimestamp(null);
        bom.setMetadata(metadata);
        plan.packages().forEach(one -> bom.addComponent(component(one, distro)));
        dependencies(plan, distro).forEach(bom::addDependency);
        try {
            return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        } catch (GeneratorException impossible) {
            throw new IllegalStateException("the bill of materials is not valid", impossible);
        }
    }

    private static Component component(PlannedPackage one, String distro) {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setName(one.name());
        component.setVersion(one.nevra().version().toString());
        component.setDescription(one.summary());
        component.setPurl(reference(one, distro));
        component.setBomRef(reference(one, distro));
        if (!one.license().isEmpty()) {
            License license = new License();
            license.setName(one.license());
            LicenseChoice choice = new LicenseChoice();
            choice.addLicense(license);
            component.setLicenses(choice);
        }
        List<Property> properties = new ArrayList<>();
        properties.add(property("repository", one.repository()));
        properties.add(property("phase", one.phase().label()));
        properties.add(property("installed-size", String.valueOf(one.size())));
        properties.add(property("source", one.source()));
        properties.add(property("reason", one.reason()));
        one.component().ifPresent(name -> properties.add(property("component", name)));
        component.setProperties(properties);
        return component;
    }

    private static Property property(String name, String value) {
        Property property = new Property();
        property.setName("milliner:" + name);
        property.setValue(value);
        return property;
    }

    /** A package URL of the type rpm, by the purl specification. */
    private static String reference(PlannedPackage one, String distro) {
        dev.milliner.rpm.Version version = one.nevra().version();
        String epoch = version.epoch() == 0 ? "" : "&epoch=" + version.epoch();
        return "pkg:rpm/" + encoded(distro) + "/" + encoded(one.name()) + "@"
                + encoded(version.version() + "-" + version.release()) + "?arch="
                + encoded(one.nevra().architecture()) + epoch;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    private static List<Dependency> dependencies(ImagePlan plan, String distro) {
        List<Dependency> all = new ArrayList<>();
        Dependency image = new Dependency(IMAGE);
        for (int i = 0; i < plan.packages().size(); i++) {
            PlannedPackage one = plan.packages().get(i);
            if (one.asked()) {
                image.addDependency(new Dependency(reference(one, distro)));
            }
            Dependency dependency = new Dependency(reference(one, distro));
            TreeSet<Integer> needed = new TreeSet<>();
            plan.graph().needsOf(i).forEach(need -> needed.add(need.to()));
            needed.forEach(to -> dependency.addDependency(
                    new Dependency(reference(plan.packages().get(to), distro))));
            all.add(dependency);
        }
        all.addFirst(image);
        return all;
    }
}
