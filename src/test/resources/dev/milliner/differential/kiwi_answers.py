"""Says what KIWI makes of descriptions: a line of its own for each line of the input, which has the description's path,
its profiles with commas between them, and the architecture, with tabs between them."""
import functools
import logging
import sys

logging.disable(logging.CRITICAL)

from lxml import etree, isoschematron
from kiwi import defaults, xml_description
from kiwi.runtime_checker import RuntimeChecker
from kiwi.xml_description import XMLDescription
from kiwi.xml_state import XMLState

# KIWI reads its schema for every description anew, which takes most of the time.
etree_of_kiwi = xml_description.etree
SCHEMA = etree.parse(defaults.Defaults.get_schema_file())
GRAMMAR = etree.RelaxNG(SCHEMA)
RULES = isoschematron.Schematron(SCHEMA, store_report=True)


class Etree:
    def __getattr__(self, name):
        return getattr(etree_of_kiwi, name)

    def parse(self, file):
        return SCHEMA if file == defaults.Defaults.get_schema_file() else etree_of_kiwi.parse(file)

    def RelaxNG(self, schema):
        return GRAMMAR


xml_description.etree = Etree()
isoschematron.Schematron = lambda schema, store_report: RULES
XMLDescription._get_relaxng_validation_details = staticmethod(lambda *ignored: None)


def answer(path, profiles, arch):
    data = XMLDescription(path).load()
    defaults.PLATFORM_MACHINE = arch
    state = XMLState(data, [name for name in profiles.split(',') if name])
    checker = RuntimeChecker(state)
    checker.check_include_references_unresolvable()
    checker.check_image_version_provided()
    checker.check_image_type_unique()
    checker.check_initrd_selection_required()
    checker.check_efi_fat_image_has_correct_size()
    checker.check_volume_setup_defines_multiple_fullsize_volumes()
    checker.check_volume_setup_has_no_root_definition()
    checker.check_dracut_module_for_disk_oem_in_package_list()
    checker.check_dracut_module_for_oem_install_in_package_list()
    checker.check_dracut_module_for_live_iso_in_package_list()
    checker.check_dracut_module_for_disk_overlay_in_package_list()
    checker.check_xen_uniquely_setup_as_server_or_guest()
    checker.check_bootloader_env_compatible_with_loader()
    if state.get_initrd_system() == 'kiwi' and state.get_build_type_name() in ('oem', 'pxe'):
        # Whether the boot image's description is there is for the host to say.
        assert state.build_type.get_boot(), 'no boot image'
    lists = [
        state.profiles, state.get_bootstrap_packages(), state.get_system_packages(),
        state.get_bootstrap_ignore_packages(), state.get_system_ignore_packages(),
        state.get_bootstrap_collections(), state.get_system_collections(),
        sorted(state.get_bootstrap_products()), sorted(state.get_system_products()),
        sorted(name for names in state.get_collection_modules().values() for name in names),
        state.get_to_become_deleted_packages(False), state.get_to_become_deleted_packages(True),
        [each.get_source().get_path() for each in state.get_repository_sections_used_for_build()],
    ]
    words = [state.get_build_type_name(), state.get_package_manager(), state.get_image_version(),
             state.get_bootstrap_collection_type(), state.get_system_collection_type()]
    return '|'.join(words + [' '.join(names) for names in lists])


why = '--why' in sys.argv
for line in sys.stdin:
    try:
        print(answer(*line.rstrip('\n').split('\t')))
    except Exception as refusal:
        print('refused' + (' ' + type(refusal).__name__ + ' ' + ' '.join(str(refusal).split())[:300] if why else ''))
    sys.stdout.flush()
