#%% features
import __future__ as f
print(f.__all__, f.all_feature_names, type(f.annotations), f.division.getOptionalRelease(), f.annotations.getMandatoryRelease(), f.division.compiler_flag, [getattr(f, n) for n in f.all_feature_names])
