# find_package(garter) of what `./dev install PREFIX` put there: the target garter::garter.
get_filename_component(_garter_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET garter::garter)
  add_library(garter::garter STATIC IMPORTED)
  set_target_properties(garter::garter PROPERTIES
    IMPORTED_LOCATION "${_garter_prefix}/lib/libgarter.a"
    INTERFACE_INCLUDE_DIRECTORIES "${_garter_prefix}/include"
    INTERFACE_COMPILE_FEATURES cxx_std_20
    INTERFACE_LINK_LIBRARIES m)
endif()
